package org.yilian.sheets;

/** A file that is no workbook that can be read here; the message says why, in Chinese. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreadable(String why) {
    super(why);
  }
}
