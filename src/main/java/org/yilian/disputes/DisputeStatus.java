package org.yilian.disputes;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a dispute stands. {@link #NEXT} is the one table of what may follow what. */
public enum DisputeStatus {
  REPORTED,
  IN_MEDIATION,
  SUSPENDED,
  SIGNING,
  AGREED,
  TERMINATED;

  private static final Map<DisputeStatus, Set<DisputeStatus>> NEXT =
      Map.of(
          REPORTED, EnumSet.of(IN_MEDIATION, TERMINATED),
          IN_MEDIATION, EnumSet.of(SUSPENDED, SIGNING, TERMINATED),
          SUSPENDED, EnumSet.of(IN_MEDIATION, TERMINATED),
          SIGNING, EnumSet.of(IN_MEDIATION, AGREED, TERMINATED),
          // A dispute may have several agreements: the talks on the rest go on.
          AGREED, EnumSet.of(IN_MEDIATION, SIGNING),
          TERMINATED, EnumSet.of(IN_MEDIATION));

  public boolean mayBecome(DisputeStatus next) {
    return NEXT.get(this).contains(next);
  }
}
