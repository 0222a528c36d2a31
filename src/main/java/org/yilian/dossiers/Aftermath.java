package org.yilian.dossiers;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What became of a dispute after its agreements.
 *
 * @param settled the ids of the agreements of which nothing is open any more
 * @param proofs what was handed in with a step of an obligation
 */
record Aftermath(List<FollowUp> followUps, Set<String> settled, List<Entry> proofs) {

  /**
   * One asking afterwards (回访), as whoever asked heard it.
   *
   * @param conclusion or null
   */
  record FollowUp(
      String manner,
      String visited,
      String performance,
      String opinion,
      String conclusion,
      LocalDate heldOn,
      String recorder) {}
}
