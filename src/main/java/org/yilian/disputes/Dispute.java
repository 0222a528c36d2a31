package org.yilian.disputes;

import java.time.Instant;

/**
 * One dispute of the ledger, without its parties.
 *
 * @param referringCourtId the court that invited a mediation before it takes the suit, or null
 * @param courtLevel whose court it would belong before (民事诉讼法 205)
 * @param externalNumber under which somebody else keeps it, such as the police, a court, the
 *     telephone desk or an older ledger, or null
 */
public record Dispute(
    String id,
    long ordinal,
    String number,
    DisputeType type,
    String cause,
    String address,
    String description,
    DisputeSource source,
    DisputeStatus status,
    String createdBy,
    Instant createdAt,
    String referringCourtId,
    CourtLevel courtLevel,
    String externalNumber) {

  /** The same under its number. */
  Dispute numbered(String given) {
    return new Dispute(
        id,
        ordinal,
        given,
        type,
        cause,
        address,
        description,
        source,
        status,
        createdBy,
        createdAt,
        referringCourtId,
        courtLevel,
        externalNumber);
  }
}
