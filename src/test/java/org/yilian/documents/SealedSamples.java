package org.yilian.documents;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every template, filled, set and, where it keeps a place for a seal, sealed: as files. */
final class SealedSamples {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-27T01:02:03Z"), ZoneOffset.UTC);
  static final Path FOLDER = Path.of("target", "documents");

  private SealedSamples() {}

  /**
   * Writes the documents and the root certificate, and says which file is which template.
   *
   * @param names of the templates
   */
  static Map<String, Path> write(Collection<String> names, boolean demo, SealAuthority authority)
      throws Exception {
    Files.createDirectories(FOLDER);
    Fonts fonts = Fonts.load(null);
    Templates templates = new Templates(null, fonts, demo);
    SealKey key = authority.issue(Samples.ORGANISATION, CLOCK);
    write("root.pem", pem(authority.root().getEncoded()));
    Map<String, Path> files = new LinkedHashMap<>();
    for (String name : names) {
      byte[] pdf =
          new Typesetter(fonts, demo).set(templates.fill(name, Samples.of(templates, name))).pdf();
      files.put(name, write(name + ".pdf", pdf));
      if (Samples.SEALED.contains(name)) {
        SealNote note = new SealNote(name, "（2026）演双人调字第12号", demo);
        byte[] sealed = new Sealer(fonts.bold(), CLOCK).seal(pdf, authority, key, note);
        files.put(name + "-sealed", write(name + "-sealed.pdf", sealed));
      }
    }
    return files;
  }

  /** The agreement alone, set and not yet sealed. */
  static byte[] agreement() {
    return Agreement.PDF;
  }

  /** The agreement alone, sealed by our own clock. */
  static byte[] agreement(SealAuthority authority, SealKey key) {
    return new Sealer(Agreement.FONTS.bold(), CLOCK)
        .seal(Agreement.PDF, authority, key, Agreement.NOTE);
  }

  /** The agreement by a key and a clock of another authority, archived or not. */
  static byte[] byOthers(Vertx vertx, ForeignAuthority elsewhere, boolean proved) {
    return sealedByOthers(vertx, elsewhere, proved).paper().pdf();
  }

  static Sealed sealedByOthers(Vertx vertx, ForeignAuthority elsewhere, boolean proved) {
    try (TimestampResponder clock =
        new TimestampResponder(vertx, elsewhere, ForeignAuthority.sharedRsa(), CLOCK)) {
      return sealedByOthers(vertx, elsewhere, clock, proved);
    }
  }

  static Sealed sealedByOthers(
      Vertx vertx, ForeignAuthority elsewhere, TimestampResponder clock, boolean proved) {
    SealKey key =
        SealKey.outside(elsewhere.forSeals(Samples.ORGANISATION), elsewhere.chain(), null);
    try (Workshop workshop = new Workshop(vertx, 1, 10)) {
      SealHelp help =
          new SealHelp(
              Optional.of(new TimestampServer(vertx, clock.settings(), CLOCK)),
              proved ? Optional.of(new Revocations(vertx, CLOCK)) : Optional.empty());
      return new SealPress(workshop, new Sealer(Agreement.FONTS.bold(), CLOCK), help)
          .seal(new Rendered(agreement(), 1), Ours.AUTHORITY, key, Agreement.NOTE)
          .await();
    }
  }

  /** A further archive over one, by another's clock that shows this time. */
  static Sealed renewed(Vertx vertx, Sealed archived, TimestampResponder by, Clock now) {
    try (Workshop workshop = new Workshop(vertx, 1, 10)) {
      return new Archivist(
              workshop,
              new Sealer(Agreement.FONTS.bold(), now),
              Optional.of(new TimestampServer(vertx, by.settings(), now)),
              new Revocations(vertx, now))
          .renew(archived, Ours.AUTHORITY)
          .await();
    }
  }

  /** An authority and a key of ours, for all tests that ask. */
  static final class Ours {
    static final SealAuthority AUTHORITY = SealAuthority.create(Suite.RSA, CLOCK);
    static final SealKey KEY = AUTHORITY.issue(Samples.ORGANISATION, CLOCK);
  }

  /** Set once for all tests that ask. */
  static final class Agreement {
    static final String KIND = "people-mediation-agreement";
    static final SealNote NOTE = new SealNote(KIND, "（2026）演双人调字第12号", true);
    static final Fonts FONTS = Fonts.load(null);
    private static final byte[] PDF =
        new Typesetter(FONTS, true)
            .set(new Templates(null, FONTS, true).fill(KIND, Samples.agreement()))
            .pdf();
  }

  static Path write(String name, byte[] bytes) throws IOException {
    return Files.write(FOLDER.resolve(name), bytes);
  }

  static byte[] pem(byte[] certificate) {
    return ("-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(certificate)
            + "\n-----END CERTIFICATE-----\n")
        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
