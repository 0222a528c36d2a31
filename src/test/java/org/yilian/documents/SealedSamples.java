package org.yilian.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every template, filled, set and, where it keeps a place for a seal, sealed: as files. */
final class SealedSamples {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-27T01:02:03Z"), ZoneOffset.UTC);
  static final Path FOLDER = Path.of("target", "documents");

  private SealedSamples() {}

  /** Writes the documents and the root certificate, and says which file is which template. */
  static Map<String, Path> write(boolean demo, SealAuthority authority) throws Exception {
    Files.createDirectories(FOLDER);
    Fonts fonts = Fonts.load(null);
    Templates templates = new Templates(null, fonts, demo);
    SealKey key = authority.issue(Samples.ORGANISATION, CLOCK);
    write("root.pem", pem(authority.root().getEncoded()));
    Map<String, Path> files = new LinkedHashMap<>();
    for (String name : Templates.SHIPPED) {
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

  static Path write(String name, byte[] bytes) throws IOException {
    return Files.write(FOLDER.resolve(name), bytes);
  }

  private static byte[] pem(byte[] certificate) {
    return ("-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(certificate)
            + "\n-----END CERTIFICATE-----\n")
        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
