package org.yilian.documents;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the key lies by which one organisation seals, when another authority certified it.
 *
 * @param organisation its full name, as in the certificate
 * @param file a PKCS#12 file, or the configuration of a PKCS#11 device as Java's SunPKCS11 reads it
 * @param alias of the key there; where it is empty there is only one
 * @param password a file with the password or PIN in its first line
 * @param chain certificates that lead to the root and lie neither in the file nor on the device
 */
public record KeyPlace(
    String organisation,
    Kind kind,
    Path file,
    Optional<String> alias,
    Path password,
    Optional<Path> chain) {

  /** What holds the key. */
  public enum Kind {
    PKCS12,
    PKCS11
  }

  public KeyPlace {
    Objects.requireNonNull(organisation);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(file);
    Objects.requireNonNull(password);
  }
}
