package org.yilian.agreements;

import java.util.List;
import org.yilian.kernel.Money;

/** Sums that do not agree with each other. */
final class AmountRule implements FindingRule {
  @Override
  public void judge(Reading reading, Notes notes) {
    List<Clause> clauses = reading.clauses();
    for (int n = 1; n <= clauses.size(); n++) {
      judge(n, clauses.get(n - 1), notes);
    }
  }

  private static void judge(int n, Clause clause, Notes notes) {
    if (AmountsInText.capitalsDiffer(clause.text())) {
      notes.add(FindingCode.CAPITALS_DIFFER, n);
    }
    if (clause.amount() == null) {
      return;
    }
    List<Money> named = AmountsInText.of(clause.text());
    if (!named.isEmpty() && !named.contains(clause.amount())) {
      notes.add(FindingCode.AMOUNT_DIFFERS, n, clause.amount().figures());
    }
    if (!clause.instalments().isEmpty()) {
      long sum = clause.instalments().stream().mapToLong(part -> part.amount().fen()).sum();
      if (sum != clause.amount().fen()) {
        notes.add(FindingCode.INSTALMENTS_DIFFER, n, figures(sum), clause.amount().figures());
      }
    }
  }

  private static String figures(long fen) {
    return fen > Money.MAX_FEN ? "￥" + fen / 100 : new Money(fen).figures();
  }
}
