package org.yilian.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What the police made of a case after its mediation (治安管理处罚法 9).
 *
 * @param agreementId what was performed, or was not; null where none was reached
 * @param performedOn the day of the performance, or null
 * @param failure why the case goes on, or null
 * @param since the day from which the term for handling it runs (程序规定 185), or null
 * @param fileIds proof of performance and the written request, or empty
 * @param enteredBy the officer's membership
 */
record PoliceOutcome(
    Kind kind,
    String agreementId,
    LocalDate performedOn,
    Failure failure,
    LocalDate since,
    String note,
    List<String> fileIds,
    String enteredBy,
    Instant at) {
  PoliceOutcome {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(enteredBy);
    fileIds = List.copyOf(fileIds);
  }

  /** What follows. */
  enum Kind {
    /** Reconciled and performed: no penalty is given. */
    NO_PENALTY,
    /** The police go on to decide by the law; the parties may sue. */
    HANDLING
  }

  /** Why the mediation did not spare a decision. */
  enum Failure {
    NO_AGREEMENT,
    NOT_PERFORMED
  }
}
