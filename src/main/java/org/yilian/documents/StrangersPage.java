package org.yilian.documents;

import java.util.Objects;

/**
 * A page of a PDF that is none of ours.
 *
 * @param jpeg the page as it looks
 * @param words what is written on it; empty where it is a scan
 */
public record StrangersPage(byte[] jpeg, String words) {
  public StrangersPage {
    Objects.requireNonNull(jpeg);
    Objects.requireNonNull(words);
  }
}
