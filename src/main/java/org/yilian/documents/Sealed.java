package org.yilian.documents;

import java.util.List;
import java.util.Objects;

/**
 * A document under its seal.
 *
 * @param outside certificates of other authorities that are in it: unless they are kept, nobody
 *     here can verify it
 */
public record Sealed(Rendered paper, List<OutsideCertificate> outside) {
  public Sealed {
    Objects.requireNonNull(paper);
    outside = List.copyOf(outside);
  }
}
