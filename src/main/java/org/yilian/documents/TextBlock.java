package org.yilian.documents;

import java.util.Objects;

/**
 * A paragraph, a heading or a row of a document of our own, as a screen reader meets it.
 *
 * @param page on which it begins, counted from 1
 */
public record TextBlock(int page, Rank rank, String text) {

  /** What it is among the others. */
  public enum Rank {
    TITLE,
    HEADING,
    PLAIN
  }

  public TextBlock {
    Objects.requireNonNull(rank);
    Objects.requireNonNull(text);
  }
}
