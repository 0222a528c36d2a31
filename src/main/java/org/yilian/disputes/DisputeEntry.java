package org.yilian.disputes;

import java.util.List;

/**
 * A dispute as it is to be entered in the ledger.
 *
 * @param key by which the same one is known again, or null
 */
public record DisputeEntry(Dispute dispute, Standing standing, List<Party> parties, String key) {
  public DisputeEntry {
    parties = List.copyOf(parties);
  }

  /** The same under a number of this ledger. */
  DisputeEntry numbered(String number) {
    return new DisputeEntry(dispute.numbered(number), standing, parties, key);
  }

  /** The area where it happened. */
  public String areaCode() {
    return standing.areaCode();
  }
}
