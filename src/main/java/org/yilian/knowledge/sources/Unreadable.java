package org.yilian.knowledge.sources;

/** A source that cannot be imported, and why, in the words of whoever handed it in. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  public Unreadable(String source, String why) {
    super(source + "：" + why);
  }
}
