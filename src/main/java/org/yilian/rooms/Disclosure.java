package org.yilian.rooms;

import java.time.Instant;

/** What a mediator or lawyer said of his own relation to the parties. */
record Disclosure(String memberId, Relation relation, String text, Instant at) {

  /** How somebody stands to a party. */
  enum Relation {
    NONE,
    RELATIVE,
    INTEREST,
    OTHER
  }

  boolean isRelated() {
    return relation != Relation.NONE;
  }
}
