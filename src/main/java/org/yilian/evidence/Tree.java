package org.yilian.evidence;

/**
 * The name of one tree of the log: the messages of a lane, or the facts of a scope. Each grows for
 * itself, so that no head tells a side that the other has spoken.
 *
 * @param kind {@code messages} or {@code facts}
 */
public record Tree(String kind, String id) {
  private static final String MESSAGES = "messages";
  private static final String FACTS = "facts";

  public static Tree ofLane(String laneId) {
    return new Tree(MESSAGES, laneId);
  }

  /** Of a scope of the audit log, such as {@code agreement:<id>}. */
  public static Tree ofFacts(String scope) {
    return new Tree(FACTS, scope);
  }

  /** As {@link #name} wrote it. */
  static Tree named(String name) {
    int colon = name.indexOf(':');
    return new Tree(name.substring(0, colon), name.substring(colon + 1));
  }

  public String name() {
    return kind + ':' + id;
  }
}
