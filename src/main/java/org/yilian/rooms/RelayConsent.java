package org.yilian.rooms;

import java.time.Instant;

/**
 * What the author of a message allows to be passed on. To allow it word for word does not allow
 * other words, nor the other way round.
 *
 * @param text the wording that is allowed, for REWORDED without {@code anyWording}
 */
public record RelayConsent(long seq, Allow allow, String text, boolean anyWording, Instant at) {

  /** What is allowed. */
  public enum Allow {
    VERBATIM,
    REWORDED,
    NONE
  }
}
