package org.yilian.confirmation;

import java.time.LocalDate;
import java.util.Objects;
import org.yilian.calendar.Deadline;

/**
 * How long the court has for its next step.
 *
 * @param from the day it counts from, itself not counted; null while it stands still
 * @param deadline its end, or null while it stands still
 * @param extended its end if the president of the court grants more, or null where he cannot
 * @param basis the rule and what it did here, in Chinese
 */
record CourtTerm(Kind kind, LocalDate from, Deadline deadline, Deadline extended, String basis) {
  CourtTerm {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(basis);
    if ((from == null) != (deadline == null)) {
      throw new IllegalArgumentException("a term that runs has a start and an end");
    }
  }

  /** What the court has to do. */
  enum Kind {
    ACCEPTANCE,
    DECISION
  }
}
