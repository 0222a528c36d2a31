package org.yilian.agreements;

import java.util.regex.Pattern;

/**
 * Personal status. Words that would change it by themselves keep the draft from being signed
 * (registration or a court alone can, 民法典 1076, 1105, 1116); the intention to register does not,
 * and only keeps it from the court (民诉法解释 355, item 3).
 */
final class StatusRule implements FindingRule {
  private static final String TIE = "(婚姻|夫妻|收养|亲子|父子|父女|母子|母女|养父母|养子女|父母子女)(身份)?关系";
  private static final String NOT_YET =
      "(?![^，]{0,2}(后|之后|以后|时|之日|之时|前|之前|以前|的(?!效力)|期间|纠纷|诉讼|案|登记|手续|证|为条件|为前提))";

  /** "解除婚姻关系", "确认收养关系成立", "自签字之日起离婚". */
  static final Pattern CHANGED =
      Pattern.compile(
          "(解除|终止|恢复|建立|确立|断绝|脱离)[^，]{0,10}"
              + TIE
              + NOT_YET
              + "|"
              + TIE
              + "[^，续]{0,12}(解除|终止|消灭|无效|有效|成立|不复存在|不存在|断绝)"
              + NOT_YET
              + "|(确认|认定)[^，]{0,12}(不)?(具有|存在)[^，]{0,4}"
              + TIE
              + "|不(具有|存在|具备)[^，]{0,4}"
              + TIE
              + "|起[^，]{0,6}(正式)?离婚(?!登记|后|冷静|手续|协议|申请)"
              + "|(双方|二人|两人|夫妻)离婚$"
              + "|与[^，]{0,4}[父母儿女子][^，]{0,4}(断绝|脱离)[^，]{0,6}关系"
              + "|(视为|等同于?|即为|即告|生效即|签字即|签订即)[^，]{0,4}离婚(?!后|登记)"
              + "|(就|便|即)?算(是)?(正式)?离了?婚(?!后|登记|手续)"
              + "|不再(是|为)(夫妻|父子|父女|母子|母女)");

  private static final Pattern CHANGED_TAKEN_BACK =
      Pattern.compile(
          "(不|未|没有|并非|无法|拒绝|暂缓)[^，]{0,8}$"
              + "|(要求|请求|主张|诉请|起诉|诉至|申请|希望|打算|想要|认为|考虑|准备|关于|办理|因)[^，]{0,12}$");

  private static final Pattern AT_ONCE =
      Pattern.compile("(本|该)?协议[^，]{0,8}(之日|后|即)|即日起|签(字|订|署)(之日|后)?起");
  private static final Pattern WILL = Pattern.compile("同意|自愿|共同|约定");

  /** "同意离婚", "共同申请离婚登记". */
  static final Pattern INTENDED =
      Pattern.compile(
          "(同意|自愿|协议|决定|约定|愿意)[^，不]{0,6}(离婚|解除收养)(?!后|的|时|之|诉讼|纠纷|协议|冷静)"
              + "|(申请|办理|进行|前往|完成|配合)[^，]{0,16}(离婚|解除收养关系?|收养|结婚|复婚|解除婚姻关系)(的)?(登记|手续)"
              + "(?!后|之后|之日|时|前)"
              + "|(到|去|至|前往)[^，]{0,12}(民政局|登记处|登记机关)[^，]{0,4}(离婚|领取离婚证)(?!后|之|时|前)"
              + "|(申请|办理)(协议)?(离婚|收养)(?!后|之|时|前)");

  private static final Pattern INTENDED_TAKEN_BACK =
      Pattern.compile("(不|未|暂缓|撤回|放弃|撤销|取消|拒绝|要求|请求|主张|诉请)[^，]{0,10}$");
  private static final Pattern MARRIAGE = Pattern.compile("离婚|婚姻|夫妻");
  private static final Pattern REGISTRATION = Pattern.compile("登记|民政局|民政部门");

  @Override
  public void judge(Reading reading, Notes notes) {
    reading
        .operative()
        .filter(phrase -> !phrase.conditional())
        .forEach(at -> judge(reading, at, notes));
  }

  /** Whether a marriage is to end, by the words themselves or at the registry. */
  static boolean endsMarriage(Reading reading) {
    return reading.draft().setting().type().family()
        && reading
            .operative()
            .filter(phrase -> !phrase.conditional() && phrase.has(MARRIAGE))
            .anyMatch(
                phrase ->
                    phrase.match(CHANGED, CHANGED_TAKEN_BACK) != null
                        || phrase.match(INTENDED, INTENDED_TAKEN_BACK) != null);
  }

  private static void judge(Reading reading, Phrase phrase, Notes notes) {
    String changed = phrase.match(CHANGED, CHANGED_TAKEN_BACK);
    if (changed != null && !onlyIntends(reading, phrase)) {
      notes.add(FindingCode.STATUS_CHANGED, phrase.clause(), phrase.text());
    } else if (changed != null || phrase.match(INTENDED, INTENDED_TAKEN_BACK) != null) {
      notes.add(FindingCode.DIVORCE_INTENDED, phrase.clause(), phrase.text());
    }
  }

  /** "同意解除婚姻关系，并于…前到民政局办理登记" leaves the change to the registry. */
  private static boolean onlyIntends(Reading reading, Phrase phrase) {
    if (!phrase.inTerms() || AT_ONCE.matcher(phrase.sentence()).find()) {
      return false;
    }
    String clause = reading.clause(phrase.clause()).text();
    return WILL.matcher(phrase.text()).find() && REGISTRATION.matcher(clause).find();
  }
}
