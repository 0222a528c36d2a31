package org.yilian.disputes;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a dispute stands. {@link #NEXT} is the one table of what may follow what. */
public enum DisputeStatus {
  REPORTED,
  DISPATCHED,
  SIGNED_FOR,
  RETURNED,
  IN_MEDIATION,
  SUSPENDED,
  SIGNING,
  AGREED,
  SELF_RESOLVED,
  TERMINATED,
  REJECTED,
  MERGED,
  WITHDRAWN,
  CLOSED;

  private static final Map<DisputeStatus, Set<DisputeStatus>> NEXT =
      new EnumMap<>(DisputeStatus.class);

  static {
    NEXT.put(REPORTED, openAnd(DISPATCHED, REJECTED));
    NEXT.put(DISPATCHED, openAnd(SIGNED_FOR, RETURNED));
    NEXT.put(SIGNED_FOR, openAnd(DISPATCHED, RETURNED));
    NEXT.put(RETURNED, openAnd(DISPATCHED, REJECTED));
    NEXT.put(IN_MEDIATION, EnumSet.of(SUSPENDED, SIGNING, TERMINATED));
    NEXT.put(SUSPENDED, EnumSet.of(IN_MEDIATION, TERMINATED));
    NEXT.put(SIGNING, EnumSet.of(IN_MEDIATION, AGREED, TERMINATED));
    // A dispute may have several agreements: the talks on the rest go on.
    NEXT.put(AGREED, EnumSet.of(IN_MEDIATION, SIGNING, CLOSED));
    NEXT.put(SELF_RESOLVED, EnumSet.of(DISPATCHED, IN_MEDIATION, CLOSED));
    NEXT.put(TERMINATED, EnumSet.of(IN_MEDIATION, DISPATCHED, SELF_RESOLVED, CLOSED));
    // An undone merger leads back to where the dispute was.
    NEXT.put(MERGED, EnumSet.of(REPORTED, DISPATCHED, SIGNED_FOR, RETURNED));
    NEXT.put(REJECTED, EnumSet.noneOf(DisputeStatus.class));
    NEXT.put(WITHDRAWN, EnumSet.noneOf(DisputeStatus.class));
    NEXT.put(CLOSED, EnumSet.noneOf(DisputeStatus.class));
  }

  /** What may become of any dispute that is open and not yet in a room. */
  private static Set<DisputeStatus> openAnd(DisputeStatus... more) {
    Set<DisputeStatus> next =
        EnumSet.of(IN_MEDIATION, SELF_RESOLVED, TERMINATED, MERGED, WITHDRAWN);
    next.addAll(Arrays.asList(more));
    return next;
  }

  public boolean mayBecome(DisputeStatus next) {
    return NEXT.get(this).contains(next);
  }

  /** Whether the statistics count it as resolved. */
  public boolean resolved() {
    return this == AGREED || this == SELF_RESOLVED;
  }

  /** Whether it was resolved, or was closed after that or after it had ended otherwise. */
  public boolean endedWell() {
    return resolved() || this == CLOSED;
  }

  /** Whether it is over, so that no clock runs. */
  public boolean over() {
    return resolved() || this == CLOSED || this == REJECTED || this == MERGED || this == WITHDRAWN;
  }

  /** Whether the rules or a centre may hand it on. */
  public boolean mayBeHandedOn() {
    return this == DISPATCHED || mayBecome(DISPATCHED);
  }
}
