package org.yilian.agreements;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duty to pay says who, to whom, how much and when; a duty to act says when (民诉法解释 461). */
final class PaymentRule implements FindingRule {
  private static final String NOT_DONE = "(?!的|后|之后|之日|时|期间|义务|凭证|完毕|完成|款|金(?!额)|费|方案|协议)";
  private static final Pattern PAYS =
      Pattern.compile(
          "(支付|给付|赔偿|赔付|补偿|付清|结清|偿还|偿付|补发|发放|返还|退还|归还|退回|退款|还款|付款|还清|承担|负担)"
              + NOT_DONE
              + "[^，]{0,24}?(款|费(?!用由)|钱|损失|工资|本金|利息|租金|押金|定金|[\\d万千百]元|￥|报酬|债务|损害|借款|欠款|金(?!属))"
              + "(?![^，\\d]{0,3}(前|后|时|期间))"
              + "|(将|把)[^，]{0,16}(款|费|钱|工资|租金|押金|元)[^，]{0,12}(支付|退还|返还|归还|付|还)(给|至|到|清)?"
              + "|(款|费用?|金|元|损失|钱)(?!项?(当日|当天|之日))[^，未不]{0,24}(支付|承担|负担|赔偿|偿还|退还|返还|给付|付清|还清|结清)"
              + "(?!的|后|完毕|之|前|款|金|费)"
              + "|(给予|给)[^，]{1,12}(补偿|赔偿|补助)(?!的|款|金)"
              + "|(一次性|分期)[^，]{0,6}(赔偿|补偿|支付|付清|还清|退还)(?!的|后)");
  private static final Pattern OWN_COSTS =
      Pattern.compile(
          "各自|抚养费(全部|全额|均)由|自行(承担|负担)|自负|(修复|维修|施工|材料|人工|搬运|清运|清理|拆除|检测|粉刷)(的)?费用?"
              + "|违约金|违约方|过错方|责任$");

  /** Who does the work and bears its cost pays nobody in the room. */
  private static final Pattern BEARS_COSTS = Pattern.compile("(承担|负担)[^，]{0,8}(费用|费)|费用[^，]{0,4}由");

  private static final Pattern ACTS =
      Pattern.compile(
          "(修复|维修|修缮|拆除|搬离|腾退|腾空|搬出|清理|清除|清运|交付|交还|恢复原状|整改|粉刷|返工|移走|迁出|归还|返还|退还|道歉|安装|更换|疏通)"
              + NOT_DONE
              + "(?!费|工作|人员|工程|方案|款)");
  private static final Pattern MODAL = Pattern.compile("应|须|负责|同意|承诺|保证|将|由|自愿|愿意");
  private static final Pattern TAKEN_BACK =
      Pattern.compile(
          "(不|无需|无须|免于?|免除|停止|未|拒|逾期|各自|要求|请求|主张|有权"
              + "|可以|放弃|如|若|因|禁止|阻止|妨碍|配合|协助|作为|用于|监督|不得)[^，]{0,12}$");
  private static final Pattern TIME_ONLY = Pattern.compile("(后|之后|之日|时|期间|前提下|之前|为止)$");
  private static final Pattern NAMES =
      Pattern.compile("申请人|被申请人|甲方|乙方|丙方|男方|女方|对方|双方|各方|出租人|承租人|出借人|借款人|用人单位|劳动者|业主|买方|卖方|原告|被告");

  @Override
  public void judge(Reading reading, Notes notes) {
    List<Clause> clauses = reading.clauses();
    for (int n = 1; n <= clauses.size(); n++) {
      Clause clause = clauses.get(n - 1);
      if (clause.performedOn() != null) {
        continue;
      }
      if (clause.amount() != null || reading.terms(n).anyMatch(PaymentRule::pays)) {
        payment(reading.draft(), n, clause, notes);
      } else if (!dated(clause) && reading.terms(n).anyMatch(PaymentRule::acts)) {
        notes.add(FindingCode.DATE_MISSING, n);
      }
    }
  }

  private static void payment(DraftUnderReview draft, int n, Clause clause, Notes notes) {
    if (clause.amount() == null && AmountsInText.of(clause.text()).isEmpty()) {
      notes.add(FindingCode.AMOUNT_MISSING, n);
    }
    if (!dated(clause)) {
      notes.add(FindingCode.DATE_MISSING, n);
    }
    Named named = named(draft, clause.text());
    if (clause.payer() == null && named.count < 2 && (named.count == 0 || named.receives)) {
      notes.add(FindingCode.PAYER_MISSING, n);
    }
    if (clause.payee() == null && named.count < 2 && (named.count == 0 || !named.receives)) {
      notes.add(FindingCode.PAYEE_MISSING, n);
    }
  }

  /** Whether fields or words say when. */
  static boolean dated(Clause clause) {
    return clause.dueOn() != null
        || clause.performedOn() != null
        || !clause.instalments().isEmpty()
        || DatesInText.anyIn(clause.text());
  }

  /** Whether a phrase orders a payment now. */
  static boolean pays(Phrase phrase) {
    return phrase.match(PAYS, TAKEN_BACK) != null
        && !phrase.contingent()
        && !phrase.has(OWN_COSTS)
        && !(phrase.has(BEARS_COSTS) && ACTS.matcher(phrase.sentence()).find())
        && !phrase.has(TIME_ONLY);
  }

  private static boolean acts(Phrase phrase) {
    return phrase.match(ACTS, TAKEN_BACK) != null
        && !phrase.contingent()
        && phrase.has(MODAL)
        && !phrase.has(TIME_ONLY);
  }

  /** How many different parties a text names, and whether the only one is who receives. */
  private static Named named(DraftUnderReview draft, String text) {
    Set<String> names = new HashSet<>();
    boolean receives = false;
    for (DraftUnderReview.Party party : draft.parties()) {
      int at = text.indexOf(party.name());
      if (at >= 0) {
        names.add(party.name());
        receives = receives(text, at);
      }
    }
    Matcher matcher = NAMES.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group());
      receives = receives(text, matcher.start());
    }
    return new Named(names.size(), receives);
  }

  private static boolean receives(String text, int at) {
    return text.substring(0, at).matches("(?s).*(向|给|付|还|偿|赔)$");
  }

  private record Named(int count, boolean receives) {}
}
