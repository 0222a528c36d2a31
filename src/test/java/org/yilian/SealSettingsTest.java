package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.documents.Suite;

class SealSettingsTest {
  @TempDir Path folder;

  @Test
  void withoutSettingsAllIsDoneHere() throws Config.Faulty {
    SealSettings seals = Config.from(Map.of()).seals();
    assertEquals(
        new SealSettings(seals.stamps(), List.of(), false, Duration.ofDays(90), Suite.RSA), seals);
    assertTrue(seals.stamps().isEmpty());
  }

  @Test
  void theCommercialCiphersAreChosenByName() throws Config.Faulty {
    assertEquals(Suite.SM2, Config.from(Map.of("YILIAN_SEAL_SUITE", "sm2")).seals().suite());
  }

  @Test
  void everyFaultIsToldAtOnce() throws IOException {
    Path noCertificates = Files.writeString(folder.resolve("ca.pem"), "nothing");
    Path noKeys = Files.writeString(folder.resolve("keys.json"), "{\"keys\": [{}]}");
    assertFaults(
        Map.of(
            "YILIAN_TIMESTAMP_URL", "ftp://clock",
            "YILIAN_TIMESTAMP_SECONDS", "0",
            "YILIAN_TIMESTAMP_POLICY", "a.b",
            "YILIAN_TIMESTAMP_CA", noCertificates.toString(),
            "YILIAN_SEAL_KEYS", noKeys.toString(),
            "YILIAN_SEAL_REVOCATION", "perhaps",
            "YILIAN_SEAL_RENEWAL_DAYS", "0",
            "YILIAN_SEAL_SUITE", "dsa"),
        "YILIAN_TIMESTAMP_URL must be an absolute URL that begins with http:// or https://",
        "YILIAN_TIMESTAMP_SECONDS must be a whole number from 1 to 60",
        "YILIAN_TIMESTAMP_CA must hold certificates (PEM): " + noCertificates,
        "YILIAN_TIMESTAMP_POLICY must be an object identifier such as 1.2.156.1.1",
        "YILIAN_SEAL_KEYS entry 1 must name either pkcs12 or pkcs11",
        "YILIAN_SEAL_KEYS entry 1 must name its organisation",
        "YILIAN_SEAL_REVOCATION must be true or false",
        "YILIAN_SEAL_RENEWAL_DAYS must be a whole number from 1 to 3650",
        "YILIAN_SEAL_SUITE must be rsa or sm2");
  }

  @Test
  void whatBelongsTogetherIsAskedForTogether() {
    assertFaults(
        Map.of("YILIAN_TIMESTAMP_URL", "http://clock/", "YILIAN_SEAL_REVOCATION", "true"),
        "YILIAN_TIMESTAMP_CA must be set with TIMESTAMP_URL: whose stamps count",
        "YILIAN_SEAL_REVOCATION is for keys of another authority: set SEAL_KEYS as well");
  }

  private static void assertFaults(Map<String, String> settings, String... faults) {
    Config.Faulty faulty = assertThrows(Config.Faulty.class, () -> Config.from(settings));
    assertEquals(
        List.of(faults).stream().sorted().toList(), faulty.getMessage().lines().sorted().toList());
  }
}
