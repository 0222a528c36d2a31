package org.yilian.disputes;

import java.time.Instant;
import java.util.List;

/**
 * A dispute of an older ledger, as it is to be entered.
 *
 * @param key by which the same one is known again, from its number in the older ledger
 * @param resolvedAt null where it is not resolved
 */
public record OldDispute(
    Dispute dispute,
    Standing standing,
    List<Party> parties,
    String key,
    String oldNumber,
    Instant resolvedAt) {
  public OldDispute {
    parties = List.copyOf(parties);
  }

  /** The area where it happened. */
  public String areaCode() {
    return standing.areaCode();
  }
}
