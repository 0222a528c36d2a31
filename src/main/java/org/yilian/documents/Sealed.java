package org.yilian.documents;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A document under its seal.
 *
 * @param outside certificates of other authorities that are in it: unless they are kept, nobody
 *     here can verify it
 * @param archivedUntil by then a further archive has to be there; empty where there is none
 */
public record Sealed(
    Rendered paper, List<OutsideCertificate> outside, Optional<Instant> archivedUntil) {
  public Sealed {
    Objects.requireNonNull(paper);
    Objects.requireNonNull(archivedUntil);
    outside = List.copyOf(outside);
  }
}
