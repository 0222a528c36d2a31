package org.yilian.rooms;

import org.yilian.kernel.Texts;

/** Why a mediation ended: the eight causes of 在线调解规则第二十五条, and two of our own. */
public enum EndCause {
  AGREEMENT,
  SETTLED_AND_WITHDRAWN,
  UNREACHABLE,
  ONE_SIDE_REFUSES,
  TOO_FAR_APART,
  TERM_OVER,
  REFUSES_TO_SIGN,
  OTHER,
  SWITCHED_TO_ONSITE,
  REPORTED_TO_POLICE;

  /** What staff read. */
  String words() {
    return Texts.of("staff").get("cause." + name());
  }

  /** Whether the parties came to terms. */
  boolean settled() {
    return this == AGREEMENT || this == SETTLED_AND_WITHDRAWN;
  }
}
