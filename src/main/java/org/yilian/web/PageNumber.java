package org.yilian.web;

/** The n of {@code n.png} in an address. */
final class PageNumber {
  private static final String ENDING = ".png";

  private PageNumber() {}

  /** The number as it is written; empty, which is no page, for anything else. */
  static String of(String name) {
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
  }
}
