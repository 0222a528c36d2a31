package org.yilian.disputes;

import java.util.Objects;
import org.yilian.identity.Vault;

/**
 * A number that is stored encrypted.
 *
 * @param bytes what only the vault opens
 * @param tail the last four characters, shown to those who may see that there is a number
 * @param index equal for equal numbers, and of no other meaning
 */
public record Sealed(byte[] bytes, String tail, String index) {
  public Sealed {
    Objects.requireNonNull(bytes);
    Objects.requireNonNull(tail);
    Objects.requireNonNull(index);
  }

  static Sealed of(Vault vault, String number) {
    return number == null
        ? null
        : new Sealed(
            vault.seal(number), number.substring(number.length() - 4), vault.index(number));
  }

  /** As views show it: nothing but the tail. */
  public String masked() {
    return "****" + tail;
  }

  @Override
  public String toString() {
    return masked();
  }
}
