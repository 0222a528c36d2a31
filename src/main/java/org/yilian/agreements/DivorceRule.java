package org.yilian.agreements;

import java.util.regex.Pattern;

/** Terms on property that hang on a divorce still to come (婚姻家庭编解释（一）69). */
final class DivorceRule implements FindingRule {
  private static final Pattern TO_COME =
      Pattern.compile(
          "离婚(登记|手续|证)?(办理|办妥|完成|领取|生效)?(之?后|以后|之日|时|为条件|为前提)"
              + "|(如果?|若|一旦|待|倘若?)[^，不]{0,8}离婚|(解除|终止)(婚姻|夫妻)关系(之?后|之日|时)");
  private static final Pattern PROPERTY =
      Pattern.compile("房|车|存款|财产|债务|贷款|补偿|家具|家电|归[^，]{1,16}所有|\\d元|￥");
  private static final Pattern ALREADY =
      Pattern.compile("(离婚|(解除|终止)(了)?(婚姻|夫妻)关系|婚姻关系[^，]{0,4}解除)");

  private static final Pattern ONLY_WANTED =
      Pattern.compile("(未|没有|不准|起诉|要求|请求|主张|提出|诉至)[^，]{0,6}(离婚|解除)");
  private static final Pattern MARRIAGE = Pattern.compile("婚姻|夫妻|离婚");
  private static final Pattern TAKEN_BACK = Pattern.compile("(不|暂缓|撤回|放弃)[^，]{0,8}$");

  @Override
  public void judge(Reading reading, Notes notes) {
    boolean divorced =
        reading
            .phrases()
            .anyMatch(phrase -> phrase.past() && phrase.has(ALREADY) && !denied(phrase));
    boolean toCome =
        reading.phrases().anyMatch(phrase -> phrase.inTerms() && !phrase.past() && hangs(phrase));
    if (!divorced && toCome && reading.terms().anyMatch(phrase -> phrase.has(PROPERTY))) {
      notes.add(FindingCode.CONDITIONAL_ON_DIVORCE, null);
    }
  }

  private static boolean denied(Phrase phrase) {
    return phrase.has(ONLY_WANTED);
  }

  private static boolean hangs(Phrase phrase) {
    return phrase.match(TO_COME, TAKEN_BACK) != null
        || phrase.match(StatusRule.INTENDED, TAKEN_BACK) != null
        || phrase.match(StatusRule.CHANGED, TAKEN_BACK) != null && phrase.has(MARRIAGE);
  }
}
