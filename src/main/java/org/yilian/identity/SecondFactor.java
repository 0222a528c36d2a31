package org.yilian.identity;

import java.time.Instant;
import java.util.Objects;

/**
 * What a person shows beside the password.
 *
 * @param sealedSecret of an authenticator, sealed for its person; null for text messages
 * @param confirmedAt null until a first code has confirmed it
 * @param lastStep the newest step of an authenticator whose code was taken
 */
record SecondFactor(
    String personId,
    Kind kind,
    byte[] sealedSecret,
    Instant begunAt,
    Instant confirmedAt,
    long lastStep) {

  /** How the code comes to the person. */
  enum Kind {
    TOTP,
    SMS
  }

  SecondFactor {
    Objects.requireNonNull(personId);
    Objects.requireNonNull(begunAt);
    if ((kind == Kind.TOTP) != (sealedSecret != null)) {
      throw new IllegalArgumentException("an authenticator has a secret, a phone has none");
    }
  }

  boolean confirmed() {
    return confirmedAt != null;
  }
}
