package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.documents.OutsideCertificate.Use;

/** Keys that another authority certified, out of PKCS#12 files. */
class OutsideKeysTest {
  private static final Clock CLOCK = SealedSamples.CLOCK;
  private static final ForeignAuthority ELSEWHERE = new ForeignAuthority("某公司", null, CLOCK);
  private static final SealAuthority OURS = SealedSamples.Ours.AUTHORITY;
  private static final Certificates.Pair PAIR = ELSEWHERE.forSeals(Samples.ORGANISATION);

  @TempDir Path folder;

  @Test
  void aSealByAKeyFromOutsideVerifiesAsLongAsItsCertificateIsKnown() throws IOException {
    SealKey key = open(place(Samples.ORGANISATION, PAIR, "secret", "secret"));
    byte[] sealed = SealedSamples.agreement(OURS, key);
    OutsideCertificate kept = OutsideCertificate.open(Use.SEAL, key.outside().get().toBytes());
    Verification verdict = verifier(kept).verify(sealed);
    assertEquals(List.of(), verdict.faults());
    assertEquals(Samples.ORGANISATION, verdict.signer());
    assertEquals("某公司二级证书", verdict.vouchers().certifiedBy());
    assertFalse(verdict.vouchers().localKey());
    assertTrue(verdict.vouchers().localTime());
    assertFalse(new DocumentVerifier(List.of(OURS.root())).verify(sealed).valid(), "unknown here");
    OutsideCertificate asStamp = new OutsideCertificate(Use.STAMP, kept.path());
    assertFalse(verifier(asStamp).verify(sealed).valid(), "known for another use");
    SealKey other =
        open(place(Samples.ORGANISATION, ELSEWHERE.forSeals(Samples.ORGANISATION), "a", "a"));
    assertFalse(verifier(other.outside().get()).verify(sealed).valid(), "another key of that name");
  }

  @Test
  void aKeyOfAnotherStaysWhereItIs() throws IOException {
    SealKey key = open(place(Samples.ORGANISATION, PAIR, "secret", "secret"));
    assertThrows(IllegalStateException.class, () -> key.toPkcs12("x".toCharArray()));
  }

  @Test
  void everyKeyThatCannotBeUsedIsNamedAtOnce() throws IOException {
    Certificates.Pair expired =
        new ForeignAuthority("某公司", null, Clock.offset(CLOCK, Duration.ofDays(-800)))
            .forSeals("过期的");
    Certificates.Pair elliptic = ELSEWHERE.issue(ForeignAuthority.ec(), "椭圆的", null);
    Certificates.Pair mixed =
        new Certificates.Pair(
            PAIR.key(), ELSEWHERE.issue(ForeignAuthority.rsa(), "混的", null).certificate());
    List<KeyPlace> places =
        List.of(
            place("甲", PAIR, "secret", "wrong"),
            place("乙", PAIR, "secret", "secret"),
            place("过期的", expired, "secret", "secret"),
            place("椭圆的", elliptic, "secret", "secret"),
            place("混的", mixed, "secret", "secret"));
    IllegalStateException faulty =
        assertThrows(IllegalStateException.class, () -> OutsideKeys.open(places, false, CLOCK));
    List<String> lines = faulty.getMessage().lines().toList();
    assertEquals(5, lines.size(), faulty.getMessage());
    assertTrue(lines.get(0).startsWith("YILIAN_SEAL_KEYS 甲: it does not open"), lines.get(0));
    assertTrue(lines.get(1).contains("names another"), lines.get(1));
    assertTrue(lines.get(2).contains("term is from"), lines.get(2));
    assertTrue(lines.get(3).contains("must be RSA"), lines.get(3));
    assertTrue(lines.get(4).contains("not that of the certificate"), lines.get(4));
    assertFalse(faulty.getMessage().contains("secret"));
  }

  @Test
  void proofOfRevocationNeedsAWholeChainAndAnAddress() throws IOException {
    KeyPlace place = place(Samples.ORGANISATION, PAIR, "secret", "secret");
    IllegalStateException faulty =
        assertThrows(
            IllegalStateException.class, () -> OutsideKeys.open(List.of(place), true, CLOCK));
    assertTrue(faulty.getMessage().contains("no list of revoked"), faulty.getMessage());
  }

  @Test
  void theFileOfPlacesIsReadWithAllItsFaults() throws IOException {
    Files.writeString(folder.resolve("pin"), "1");
    Files.writeString(folder.resolve("a.p12"), "x");
    JsonObject good =
        new JsonObject().put("organisation", "甲").put("pkcs12", "a.p12").put("passwordFile", "pin");
    JsonArray keys =
        JsonArray.of(
            good,
            good.copy(),
            good.copy().put("organisation", "乙").put("pkcs11", "a.p12"),
            good.copy().put("organisation", "丙").put("password", "1"),
            good.copy().put("organisation", "丁").put("passwordFile", "nowhere"),
            "戊");
    Path file = folder.resolve("keys.json");
    Files.writeString(file, new JsonObject().put("keys", keys).encode());
    List<String> faults = new ArrayList<>();
    List<KeyPlace> places = KeyPlaces.read(file, faults::add);
    assertEquals(1, places.size());
    assertEquals(
        List.of(
            "entry 2 is the second of 甲",
            "entry 3 must name either pkcs12 or pkcs11",
            "entry 4 knows no password",
            "entry 5 passwordFile must be a file that can be read",
            "entry 6 must be an object"),
        faults);
  }

  private static DocumentVerifier verifier(OutsideCertificate known) {
    return new DocumentVerifier(new Trust(List.of(OURS.root()), List.of(known)));
  }

  private static SealKey open(KeyPlace place) {
    return OutsideKeys.open(List.of(place), false, CLOCK).of(place.organisation()).orElseThrow();
  }

  private KeyPlace place(String organisation, Certificates.Pair pair, String password, String told)
      throws IOException {
    Path file = Files.createTempFile(folder, "key", ".p12");
    Path secret = Files.createTempFile(folder, "password", "");
    Files.write(file, ELSEWHERE.pkcs12(pair, password.toCharArray()));
    Files.writeString(secret, told + "\n");
    return new KeyPlace(
        organisation, KeyPlace.Kind.PKCS12, file, Optional.empty(), secret, Optional.empty());
  }
}
