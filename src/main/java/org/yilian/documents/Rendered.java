package org.yilian.documents;

import java.util.Objects;
import org.yilian.kernel.Hash;

/**
 * A finished PDF.
 *
 * @param pdf the file
 * @param pages how many pages it has, at least one
 */
public record Rendered(byte[] pdf, int pages) {
  public Rendered {
    Objects.requireNonNull(pdf);
    if (pages < 1) {
      throw new IllegalArgumentException("a document has a page");
    }
  }

  public Hash sha256() {
    return Hash.of(pdf);
  }
}
