package org.yilian.agreements;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.disputes.PartyKind;

/** A contract binds those who make it (民法典 465): nobody is obliged who does not sign. */
final class ThirdPartyRule implements FindingRule {
  private static final String DUTY =
      "(应当?|须|必须|负责|同意|承诺|保证|自愿|愿意?|将|代为|代|承担|提供)?[^，不无的]{0,14}?"
          + "(支付|赔偿|偿还|归还|给付|赔付|补偿|付清|修复|维修|拆除|搬离|腾退|担保|保证责任|连带(清偿|保证|赔偿|还款)?责任|垫付|负担)(?!的|后|之前|部分|款|金|费|协议|责任险)";
  private static final Pattern KIN =
      Pattern.compile(
          "((?<=其|的|由[^，、的]{1,4})(?:父亲|母亲|父母|妻子|丈夫|配偶|儿子|女儿|子女|哥哥|弟弟|姐姐|妹妹|兄弟"
              + "|岳父|岳母|公公|婆婆|亲属|家属|朋友|老板)(?!的)"
              + "|之(?:父|母|妻|夫|子|女|兄|弟|姐|妹)|担保人|保证人|第三人|案外人|介绍人|合伙人|包工头|班组长|分包人|实际施工人)([^，、]{0,16}?)"
              + DUTY);
  private static final Pattern OFFICE =
      Pattern.compile(
          "(施工单位|施工方|物业(?:公司|服务企业)?|开发商|保险公司|总包(?:方|单位)|发包方|用人单位|村委会|居委会|房东|楼上住户)"
              + "([^，、]{0,8}?)"
              + DUTY);
  private static final Pattern TAKEN_BACK =
      Pattern.compile("(不|无需|无须|不得|未|要求|请求|向|对|协助|与)[^，]{0,6}$");

  @Override
  public void judge(Reading reading, Notes notes) {
    List<Clause> clauses = reading.clauses();
    for (int n = 1; n <= clauses.size(); n++) {
      DraftUnderReview.Party payer = reading.draft().party(clauses.get(n - 1).payer());
      if (payer != null && !payer.signs()) {
        notes.add(FindingCode.THIRD_PARTY_OBLIGED, n, payer.name());
      }
    }
    reading
        .terms()
        .filter(phrase -> obliges(reading.draft(), phrase, KIN, false))
        .forEach(
            phrase -> notes.add(FindingCode.THIRD_PARTY_OBLIGED, phrase.clause(), phrase.text()));
    reading
        .terms()
        .filter(phrase -> obliges(reading.draft(), phrase, OFFICE, true))
        .forEach(
            phrase -> notes.add(FindingCode.THIRD_PARTY_OBLIGED, phrase.clause(), phrase.text()));
  }

  private static boolean obliges(
      DraftUnderReview draft, Phrase phrase, Pattern pattern, boolean mayBeAnOrganisation) {
    Matcher matcher = pattern.matcher(phrase.text());
    return matcher.find()
        && !TAKEN_BACK.matcher(phrase.text().substring(0, matcher.start())).find()
        && !signs(draft, matcher.group(1) + matcher.group(2), mayBeAnOrganisation);
  }

  /** "施工单位" may be how the text calls an organisation that signs; "其父王某" may sign himself. */
  private static boolean signs(DraftUnderReview draft, String words, boolean mayBeAnOrganisation) {
    return draft.parties().stream()
        .filter(DraftUnderReview.Party::signs)
        .anyMatch(
            party ->
                words.contains(party.name())
                    || mayBeAnOrganisation && party.kind() == PartyKind.ORGANISATION);
  }
}
