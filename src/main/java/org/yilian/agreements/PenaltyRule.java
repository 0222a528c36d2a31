package org.yilian.agreements;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.kernel.Money;

/**
 * Penalties above what courts uphold: 30 % of the loss (合同编通则解释 65), and for private loans four
 * times the LPR (民间借贷规定 25).
 */
final class PenaltyRule implements FindingRule {
  private static final Pattern LOAN = Pattern.compile("借款|借贷|出借|本金|利息|利率|月息|年息|贷");
  private static final Pattern TIMES_LPR =
      Pattern.compile("(LPR|贷款市场报价利率)[^，]{0,6}?([\\d.]+|[五六七八九十])倍");
  private static final Pattern SHARE =
      Pattern.compile(
          "(总额|总价|金额|合同价|欠款|款项|全款)[^，]{0,6}?(?:(\\d+(?:\\.\\d+)?)\\s*[%％]|百分之(["
              + ChineseNumbers.WORDS
              + "]+))[^，]{0,10}违约金");
  private static final Pattern MULTIPLE =
      Pattern.compile(
          "(双倍|两倍|三倍|五倍|十倍|加倍|[2-9]倍|10倍)[^，]{0,6}(赔偿|返还|支付|罚)"
              + "|(赔偿|返还|支付)[^，]{0,6}(双倍|两倍|三倍|五倍|十倍)");
  private static final Pattern FIXED =
      Pattern.compile(
          "违约金[^，\\d]{0,8}(\\d[\\d,]*(?:\\.\\d+)?万?)\\s*元|(\\d[\\d,]*(?:\\.\\d+)?万?)\\s*元(的)?违约金");
  private static final Pattern A_DAY_LATE = Pattern.compile("(逾期|延迟|迟延|拖延|迟)(支付|付款|还款)?(一|1)[日天]");
  private static final Pattern DAILY = Pattern.compile("每(逾期|延迟|迟延|拖延)?一?[日天]");
  // The one-year LPR has never been above 4.25 % since it exists in this form (2019).
  private static final BigDecimal HIGHEST_PRIME_RATE = new BigDecimal("4.25");
  private static final BigDecimal FOUR = BigDecimal.valueOf(4);
  private static final BigDecimal THIRTY = BigDecimal.valueOf(30);
  private static final BigDecimal DAYS_OF_A_YEAR = BigDecimal.valueOf(365);
  private static final BigDecimal LATE_YEARLY = BigDecimal.valueOf(24);

  @Override
  public void judge(Reading reading, Notes notes) {
    reading
        .phrases()
        .filter(phrase -> phrase.inTerms() && !phrase.past())
        .forEach(phrase -> judge(reading, phrase, notes));
  }

  private static void judge(Reading reading, Phrase phrase, Notes notes) {
    if (phrase.text().matches(".*(不(再|得|超过)|无需|免除|放弃|不计)[^，]{0,10}(违约金|利息|利率|倍).*")) {
      return;
    }
    if (loan(reading, phrase)) {
      if (rateAbove(phrase, loanLimit(reading.draft())) || timesLpr(phrase)) {
        notes.add(FindingCode.INTEREST_HIGH, phrase.clause(), phrase.text());
      }
    } else if (rateAbove(phrase, LATE_YEARLY) || timesLpr(phrase)) {
      notes.add(FindingCode.PENALTY_HIGH, phrase.clause(), phrase.text());
    }
    if (shareAbove(phrase) || multiple(phrase) || fixedAbove(reading, phrase)) {
      notes.add(FindingCode.PENALTY_HIGH, phrase.clause(), phrase.text());
    }
  }

  private static boolean loan(Reading reading, Phrase phrase) {
    return LOAN.matcher(reading.clause(phrase.clause()).text()).find();
  }

  private static BigDecimal loanLimit(DraftUnderReview draft) {
    BigDecimal known = draft.circumstances().loanPrimeRate();
    return (known == null ? HIGHEST_PRIME_RATE : known).multiply(FOUR);
  }

  private static boolean rateAbove(Phrase phrase, BigDecimal limit) {
    return Rates.yearly(phrase.text()).stream().anyMatch(rate -> rate.compareTo(limit) > 0);
  }

  private static boolean timesLpr(Phrase phrase) {
    Matcher matcher = TIMES_LPR.matcher(phrase.text());
    return matcher.find() && ChineseNumbers.read(matcher.group(2)).compareTo(FOUR) > 0;
  }

  private static boolean shareAbove(Phrase phrase) {
    Matcher matcher = SHARE.matcher(phrase.text());
    if (!matcher.find()) {
      return false;
    }
    String share = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
    BigDecimal read = ChineseNumbers.read(share);
    return A_DAY_LATE.matcher(phrase.sentence()).find()
        ? read.multiply(DAYS_OF_A_YEAR).compareTo(LATE_YEARLY) > 0
        : read.compareTo(THIRTY) > 0;
  }

  /** 定金 is doubled by law (民法典 587), and what the law itself doubles or trebles is no penalty. */
  private static boolean multiple(Phrase phrase) {
    return phrase.has(MULTIPLE) && !phrase.sentence().matches(".*(定金|依法|法定).*");
  }

  private static boolean fixedAbove(Reading reading, Phrase phrase) {
    Matcher matcher = FIXED.matcher(phrase.text());
    if (!matcher.find()) {
      return false;
    }
    String figures = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    BigDecimal penalty = ChineseNumbers.read(figures);
    if (DAILY.matcher(phrase.sentence()).find()) {
      penalty = penalty.multiply(BigDecimal.valueOf(100));
    }
    BigDecimal owed = owed(reading, ChineseNumbers.read(figures));
    return owed.signum() > 0 && penalty.movePointRight(2).compareTo(owed.multiply(THIRTY)) > 0;
  }

  /** The largest sum in the terms besides the penalty itself stands for what is owed. */
  private static BigDecimal owed(Reading reading, BigDecimal penalty) {
    BigDecimal most = BigDecimal.ZERO;
    for (Clause clause : reading.clauses()) {
      List<Money> sums = new ArrayList<>(AmountsInText.of(clause.text()));
      if (clause.amount() != null) {
        sums.add(clause.amount());
      }
      for (Money sum : sums) {
        BigDecimal yuan = BigDecimal.valueOf(sum.fen(), 2);
        most = yuan.compareTo(penalty) == 0 ? most : most.max(yuan);
      }
    }
    return most;
  }
}
