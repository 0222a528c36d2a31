package org.yilian;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yilian.documents.CertificateFile;
import org.yilian.documents.KeyPlace;
import org.yilian.documents.KeyPlaces;
import org.yilian.documents.Suite;
import org.yilian.documents.TimestampServer;

/**
 * By whose keys and clock documents are sealed.
 *
 * @param stamps somebody else's clock, or empty for our own
 * @param keys of organisations, certified by another authority
 * @param revocation whether seals by those keys hold proof that nothing was revoked
 * @param renewal how long before its clock's certificate ends such a seal is archived again
 * @param suite of the keys that this installation makes
 */
public record SealSettings(
    Optional<TimestampServer.Settings> stamps,
    List<KeyPlace> keys,
    boolean revocation,
    Duration renewal,
    Suite suite) {
  private static final String OBJECT_IDENTIFIER = "[0-2](\\.(0|[1-9][0-9]{0,30}))+";

  static SealSettings read(Config.Reader reader) {
    boolean revocation = reader.flag("SEAL_REVOCATION", false);
    if (revocation && reader.text("SEAL_KEYS").isEmpty()) {
      reader.fault("SEAL_REVOCATION", "is for keys of another authority: set SEAL_KEYS as well");
    }
    Duration renewal = Duration.ofDays(reader.number("SEAL_RENEWAL_DAYS", 90, 1, 3650));
    return new SealSettings(stamps(reader), keys(reader), revocation, renewal, suite(reader));
  }

  private static List<KeyPlace> keys(Config.Reader reader) {
    return reader
        .text("SEAL_KEYS")
        .map(file -> KeyPlaces.read(Path.of(file), fault -> reader.fault("SEAL_KEYS", fault)))
        .orElse(List.of());
  }

  private static Suite suite(Config.Reader reader) {
    String name = reader.text("SEAL_SUITE").orElse("rsa");
    if (!name.equals("rsa") && !name.equals("sm2")) {
      reader.fault("SEAL_SUITE", "must be rsa or sm2");
      return Suite.RSA;
    }
    return Suite.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Whole or not at all: a clock that leads to no root known here proves nothing. */
  private static Optional<TimestampServer.Settings> stamps(Config.Reader reader) {
    Optional<URI> url = reader.url("TIMESTAMP_URL", "http", "https");
    Duration within = Duration.ofSeconds(reader.number("TIMESTAMP_SECONDS", 10, 1, 60));
    List<X509Certificate> roots = roots(reader);
    Optional<String> policy = reader.text("TIMESTAMP_POLICY");
    if (policy.isPresent() && !policy.get().matches(OBJECT_IDENTIFIER)) {
      reader.fault("TIMESTAMP_POLICY", "must be an object identifier such as 1.2.156.1.1");
      return Optional.empty();
    }
    if (url.isPresent() && reader.text("TIMESTAMP_CA").isEmpty()) {
      reader.fault("TIMESTAMP_CA", "must be set with TIMESTAMP_URL: whose stamps count");
    }
    return url.isPresent() && !roots.isEmpty()
        ? Optional.of(new TimestampServer.Settings(url.get(), within, roots, policy))
        : Optional.empty();
  }

  private static List<X509Certificate> roots(Config.Reader reader) {
    Optional<String> file = reader.text("TIMESTAMP_CA");
    try {
      return file.isEmpty() ? List.of() : CertificateFile.read(Path.of(file.get()));
    } catch (IllegalArgumentException e) {
      reader.fault("TIMESTAMP_CA", e.getMessage());
      return List.of();
    }
  }
}
