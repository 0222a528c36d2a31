package org.yilian.confirmation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yilian.calendar.Deadline;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.confirmation.CourtTerm.Kind;
import org.yilian.kernel.Texts;

/**
 * The days that the court has: three from receipt to take the application or not, fifteen from
 * there to decide, ten more if its president allows it (法释〔2011〕5号 4, 5). While something is to be
 * supplied the first of them stands still, and runs anew from the day after it came in (人民法院在线诉讼规则
 * 9, for special procedures as well). No law suspends the second.
 */
final class CourtTerms {
  private static final Texts TEXTS = Texts.of("confirmation");

  private final Deadlines deadlines;

  CourtTerms(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /** The term that runs or stands still, or empty where the court has none to keep. */
  Optional<CourtTerm> of(ConfirmationStatus status, Instant receivedAt, List<HistoryStep> history) {
    return switch (status) {
      case SUBMITTED -> Optional.of(acceptance(receivedAt, history));
      case SUPPLEMENT ->
          Optional.of(
              new CourtTerm(Kind.ACCEPTANCE, null, null, null, TEXTS.get("term.suspended")));
      case UNDER_REVIEW ->
          last(history, Decision.ACCEPT.name())
              .filter(step -> step.by() == HistoryStep.By.COURT)
              .map(step -> decision(step.at()));
      default -> Optional.empty();
    };
  }

  private CourtTerm acceptance(Instant receivedAt, List<HistoryStep> history) {
    Optional<HistoryStep> supplied = last(history, "SUPPLY");
    LocalDate from = Deadlines.dateOf(supplied.map(HistoryStep::at).orElse(receivedAt));
    Deadline deadline = deadlines.after(Term.COURT_ACCEPTANCE, from);
    String basis = deadline.basis() + (supplied.isPresent() ? TEXTS.get("term.supplied") : "");
    return new CourtTerm(Kind.ACCEPTANCE, from, deadline, null, basis);
  }

  /** What was entered from paper does not tell on which day the court accepted. */
  private CourtTerm decision(Instant acceptedAt) {
    LocalDate from = Deadlines.dateOf(acceptedAt);
    Deadline deadline = deadlines.after(Term.COURT_DECISION, from);
    Deadline extended = deadlines.after(Term.COURT_DECISION_EXTENDED, from);
    return new CourtTerm(Kind.DECISION, from, deadline, extended, deadline.basis());
  }

  private static Optional<HistoryStep> last(List<HistoryStep> history, String action) {
    return history.stream()
        .filter(step -> step.action().equals(action))
        .reduce((before, after) -> after);
  }
}
