package org.yilian.agreements;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Nobody signs away the police, the public or the courts. To call a dispute settled, to drop the
 * rest of a claim or to withdraw a suit is something else and stays untouched.
 */
final class WaiverRule implements FindingRule {
  private static final String NO =
      "(放弃|不得|不再|永不|永远不|绝不|不准|不许|禁止"
          + "|承诺不|保证不|同意不|答应不|自愿不|不能|不可(?!避)|不向|不去|(今后|以后|承诺|保证)不到|不会|不以任何(方式|形式|理由)"
          + "|不(?=报警|报案|起诉|举报|控告|检举|提起|打官司|追究))";
  private static final String GAP = "(?<gap>[^，]{0,20}?)";
  private static final String AFTER = "(?!进行|予以|行为|为由|而|后|时|之前|记录|请求|费|时效|期间|材料|裁决|委员)";

  private static final Pattern POLICE =
      Pattern.compile(NO + GAP + "(报警|报案|控告|检举|举报|110|(公安机关|派出所|法院|检察院)告(?!知))" + AFTER);
  private static final Pattern COURT =
      Pattern.compile(NO + GAP + "(起诉|诉讼|打官司|申请仲裁|仲裁|诉诸法院|诉至法院)" + AFTER);
  private static final Pattern COMPLAINT = Pattern.compile(NO + GAP + "(投诉|信访|上访)" + AFTER);
  private static final Pattern CRIME =
      Pattern.compile("(不再?|放弃|免予?|不予|无需|无须)" + GAP + "(追究[^，]{0,8}|承担[^，]{0,4}|负)刑事责任");

  /** What turns the ban round: "不得阻止甲报警", "不得恶意举报", "暂不起诉". */
  private static final Pattern HARMLESS_GAP =
      Pattern.compile(
          "可以|有权|可向|均可|应当|阻止|阻拦|阻挠|妨碍|干涉|限制|影响|排除|剥夺|正当|恶意"
              + "|虚假|诬告|捏造|无理|重复|越级|非法|缠|闹|拒绝|履行|协商|达成|一致|调解不成|打击|其他|其余|剩余|因[^，]{0,8}$");

  private static final Pattern DENIED =
      Pattern.compile(
          "(不|未|没有|并非|并不|不构成|不视为|不得视为|不得要求[^，]{0,8}|不得强迫[^，]{0,8}|无权要求[^，]{0,8}|暂|暂时|期间)$");
  private static final Pattern PERFORMED =
      Pattern.compile(
          "付清|履行完毕|支付完毕|足额(支付|付款|履行)"
              + "|按(期|时|约)[^，]{0,8}(支付|履行|付款|还款)|收到[^，]{0,14}(款|元|金|费)[^，]{0,6}后");

  @Override
  public void judge(Reading reading, Notes notes) {
    reading.operative().forEach(phrase -> judge(phrase, notes));
  }

  private static void judge(Phrase phrase, Notes notes) {
    if (waives(phrase, POLICE)) {
      notes.add(FindingCode.WAIVER_OF_REMEDIES, phrase.clause(), phrase.text());
    } else if (waives(phrase, COURT)) {
      notes.add(
          PERFORMED.matcher(phrase.sentence()).find()
              ? FindingCode.WAIVER_AFTER_PERFORMANCE
              : FindingCode.WAIVER_OF_REMEDIES,
          phrase.clause(),
          phrase.text());
    } else if (waives(phrase, COMPLAINT)) {
      notes.add(FindingCode.WAIVER_OF_COMPLAINTS, phrase.clause(), phrase.text());
    }
    if (waives(phrase, CRIME)) {
      notes.add(FindingCode.CRIMINAL_LIABILITY, phrase.clause(), phrase.text());
    }
  }

  private static boolean waives(Phrase phrase, Pattern ban) {
    Matcher matcher = ban.matcher(phrase.text());
    while (matcher.find()) {
      String before = phrase.text().substring(0, matcher.start());
      if (!HARMLESS_GAP.matcher(matcher.group("gap")).find() && !DENIED.matcher(before).find()) {
        return true;
      }
    }
    return false;
  }
}
