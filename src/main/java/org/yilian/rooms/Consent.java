package org.yilian.rooms;

import java.time.Instant;
import java.util.Objects;

/**
 * What a member of a side said about one matter last.
 *
 * @param aboutMemberId the person it is about, or null
 */
public record Consent(
    String memberId, ConsentKind kind, String aboutMemberId, boolean given, Instant at) {
  public Consent {
    Objects.requireNonNull(memberId);
    if (kind.names() != (aboutMemberId != null)) {
      throw new IllegalArgumentException(kind + " and the person it is about");
    }
  }
}
