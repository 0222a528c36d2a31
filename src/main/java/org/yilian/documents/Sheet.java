package org.yilian.documents;

import java.util.Objects;

/**
 * One piece of a bound volume.
 *
 * @param title as the volume's outline shows it
 * @param pdf a document of our own
 * @param numbered whether its pages count; a cover's do not
 */
public record Sheet(String title, byte[] pdf, boolean numbered) {
  public Sheet {
    Objects.requireNonNull(title);
    Objects.requireNonNull(pdf);
  }
}
