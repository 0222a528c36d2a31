package org.yilian.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yilian.agreements.Agreement;
import org.yilian.agreements.Clause;
import org.yilian.agreements.Instalment;
import org.yilian.agreements.Mediation;
import org.yilian.disputes.Party;
import org.yilian.kernel.Ids;

/**
 * The obligations of an agreement, made from its terms alone: no day and no sum is ever filled in.
 * What binds nobody in particular is no obligation.
 */
final class Schedule {
  private final Agreement agreement;
  private final Mediation mediation;
  private final List<Obligation> obligations = new ArrayList<>();

  private Schedule(Agreement agreement, Mediation mediation) {
    this.agreement = agreement;
    this.mediation = mediation;
  }

  static List<Obligation> of(Agreement agreement, Mediation mediation) {
    Schedule schedule = new Schedule(agreement, mediation);
    List<Clause> terms = agreement.values().terms();
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).payer() != null) {
        schedule.add(i + 1, terms.get(i));
      }
    }
    return List.copyOf(schedule.obligations);
  }

  private void add(int n, Clause clause) {
    if (clause.instalments().isEmpty()) {
      Long fen = clause.amount() == null ? null : clause.amount().fen();
      add(n, 0, clause, fen, clause.dueOn());
      return;
    }
    int part = 0;
    for (Instalment instalment : clause.instalments()) {
      add(n, ++part, clause, instalment.amount().fen(), instalment.dueOn());
    }
  }

  private void add(int n, int part, Clause clause, Long fen, LocalDate dueOn) {
    obligations.add(
        new Obligation(
            Ids.fresh(),
            agreement.id(),
            agreement.disputeId(),
            agreement.roomId(),
            n,
            part,
            clause.payer(),
            creditor(clause),
            clause.text(),
            fen,
            dueOn,
            // What was performed on the spot is confirmed by the signatures under the agreement.
            clause.performedOn() == null ? ObligationStatus.DUE : ObligationStatus.CONFIRMED));
  }

  /** Whom the clause names; of two parties without a name, the other one. */
  private String creditor(Clause clause) {
    if (clause.payee() != null || mediation.parties().size() != 2) {
      return clause.payee();
    }
    return mediation.parties().stream()
        .map(Party::id)
        .filter(id -> !id.equals(clause.payer()))
        .findFirst()
        .orElseThrow();
  }
}
