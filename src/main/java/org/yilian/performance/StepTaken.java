package org.yilian.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What somebody said of an obligation.
 *
 * @param forPartyId the party for whom a member of staff entered it, or null
 * @param performedOn the day on which it was done, or null
 */
record StepTaken(
    ObligationStatus.Step step,
    String byId,
    String byName,
    String forPartyId,
    LocalDate performedOn,
    String note,
    List<String> fileIds,
    Instant at) {
  StepTaken {
    fileIds = List.copyOf(fileIds);
  }
}
