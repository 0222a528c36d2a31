package org.yilian.disputes;

import java.time.Instant;

/** One dispute of the ledger, without its parties. */
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
    Instant createdAt) {}
