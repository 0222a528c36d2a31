package org.yilian.agreements;

import java.util.regex.Pattern;

/**
 * Words that nobody can enforce (民诉法解释 358, item 5; 461). A date makes "尽快" harmless and a sum
 * makes "适当" harmless; nothing mends "争取".
 */
final class VagueRule implements FindingRule {
  private static final Pattern NO_TIME =
      Pattern.compile(
          "尽快|尽早|尽速|早日|择日|适时|近期内?|近日|过段时间|有钱(后|时|了|再|就)|手头宽裕|(经济|条件|资金)(允许|好转|宽裕|到位)"
              + "|合理(的)?(期限|时间)|([天日周月])左右|待[^，]{0,8}(有能力|宽裕|好转)|(?<!\\d)(?<!\\d年)(年底|年前|春节前|月底)"
              + "|及时(?!沟通|联系|告知|通知|报告|协商|反馈|足额)");
  private static final Pattern NO_SUM =
      Pattern.compile(
          "适当|酌情|酌量|一定(的)?(经济|数额|金额|数量)?(的)?(补偿|赔偿|费用|数额|金额|补助|款项)"
              + "|若干|相应(的)?(费用|补偿|赔偿)|合理(的)?(费用|补偿|赔偿|损失)|部分(损失|费用|欠款|款项)");
  private static final Pattern NEVER_CLEAR =
      Pattern.compile(
          "尽量|尽可能|尽力|争取|力争|原则上|视情况|看情况|视(其|对方)?经济(情况|状况)|元左右|约(为)?(?=\\d[\\d,.]*[万千]?元)"
              + "|(金额|数额|费用|标准|时间|期限|方式)[^，]{0,8}(另行|再行|以后|事后|另|再)(协商|商定|商量|确定|议定|约定)");

  /** Words told of a failing, or of what else may come up, promise nothing. */
  private static final Pattern TAKEN_BACK =
      Pattern.compile("(未能?|没有|没能|不|因|由于|未尽事宜|其他事宜)[^，]{0,6}$");

  @Override
  public void judge(Reading reading, Notes notes) {
    reading.terms().forEach(phrase -> judge(reading, phrase, notes));
  }

  private static void judge(Reading reading, Phrase phrase, Notes notes) {
    Clause clause = reading.clause(phrase.clause());
    boolean dated = DatesInText.anyIn(phrase.sentence()) || PaymentRule.dated(clause);
    boolean summed = clause.amount() != null || !AmountsInText.of(phrase.sentence()).isEmpty();
    String words = phrase.match(NEVER_CLEAR, TAKEN_BACK);
    if (words == null && !dated) {
      words = phrase.match(NO_TIME, TAKEN_BACK);
    }
    if (words == null && !summed) {
      words = phrase.match(NO_SUM, TAKEN_BACK);
    }
    if (words != null) {
      notes.add(FindingCode.VAGUE, phrase.clause(), words);
    }
  }
}
