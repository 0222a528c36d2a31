package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.kernel.Refusal;

/** Seals that are archived: with proof that nothing was revoked, under a second timestamp. */
class LongTermTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Clock CLOCK = SealedSamples.CLOCK;
  private static final SealAuthority OURS = SealedSamples.Ours.AUTHORITY;
  private static final Rendered PAPER = new Rendered(SealedSamples.agreement(), 1);
  private static CrlServer lists;

  private ForeignAuthority elsewhere;
  private SealKey key;
  private TimestampResponder responder;
  private Workshop workshop;
  private SealPress press;

  @BeforeAll
  static void listen() {
    lists = new CrlServer(VERTX);
  }

  @AfterAll
  static void close() {
    lists.close();
    VERTX.close().await();
  }

  @BeforeEach
  void open() {
    elsewhere = lists.authority("某公司", CLOCK);
    Certificates.Pair pair = elsewhere.forSeals(Samples.ORGANISATION);
    key = SealKey.outside(pair, elsewhere.chain(), null);
    responder = new TimestampResponder(VERTX, elsewhere, ForeignAuthority.sharedRsa(), CLOCK);
    workshop = new Workshop(VERTX, 1, 10);
    press = press(Optional.of(new TimestampServer(VERTX, responder.settings(), CLOCK)));
  }

  private SealPress press(Optional<TimestampServer> stamps) {
    Sealer sealer = new Sealer(SealedSamples.Agreement.FONTS.bold(), CLOCK);
    return new SealPress(
        workshop, sealer, new SealHelp(stamps, Optional.of(new Revocations(VERTX, CLOCK))));
  }

  @AfterEach
  void stop() {
    responder.close();
    workshop.close();
  }

  @Test
  void theProofsFollowTheSealUnderATimestampOverAll() throws IOException {
    Sealed sealed = seal().await();
    Verification verdict = verdict(sealed);
    assertEquals(List.of(), verdict.faults());
    assertEquals(CLOCK.instant(), verdict.archived().at());
    assertEquals(TimestampResponder.NAME, verdict.archived().stampedBy());
    assertFalse(verdict.archived().localTime());
    String text = new String(sealed.paper().pdf(), StandardCharsets.ISO_8859_1);
    assertEquals(3, text.split("%%EOF", -1).length - 1, "set, sealed, archived");
    try (PDDocument pdf = Loader.loadPDF(sealed.paper().pdf())) {
      COSDictionary store =
          pdf.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("DSS"));
      assertEquals(
          4, store.getCOSArray(COSName.getPDFName("Certs")).size(), "key, clock, two above");
      assertEquals(2, store.getCOSArray(COSName.getPDFName("CRLs")).size());
    }
  }

  @Test
  void aListIsAskedForOnce() {
    int before = lists.asked();
    seal().await();
    seal().await();
    assertEquals(2, lists.asked() - before, "one of the root, one of the authority below it");
  }

  @Test
  void aClockThatStampsByTurnsWithTwoKeysIsCoveredByTheProofsOfBoth() {
    try (TimestampResponder other =
        new TimestampResponder(VERTX, elsewhere, ForeignAuthority.sharedRsa(), CLOCK)) {
      responder.takeTurnsWith(other);
      Sealed sealed = seal().await();
      assertEquals(List.of(), verdict(sealed).faults());
      assertEquals(5, certificates(sealed), "both keys of the clock");
    }
  }

  /** ETSI EN 319 142-1, 5.4.3: a store and a timestamp again, before the last one's clock ends. */
  @Test
  void anArchiveIsRenewedOverItselfAndEveryEarlierByteStays() throws IOException {
    Clock later = Clock.offset(CLOCK, Duration.ofDays(600));
    Sealed sealed = seal().await();
    lists.publish(ofRoot -> elsewhere.crl(ofRoot, later));
    try (TimestampResponder then =
        new TimestampResponder(VERTX, elsewhere, ForeignAuthority.sharedRsa(), later)) {
      Sealed once = SealedSamples.renewed(VERTX, sealed, then, later);
      Sealed twice = SealedSamples.renewed(VERTX, once, then, later);
      renewed(sealed, once, 1, later);
      renewed(once, twice, 2, later);
      nothingElseFollows(twice);
    }
  }

  private static void renewed(Sealed before, Sealed after, int times, Clock then) {
    byte[] earlier = before.paper().pdf();
    assertArrayEquals(earlier, Arrays.copyOf(after.paper().pdf(), earlier.length));
    Verification verdict = verdict(after);
    assertEquals(List.of(), verdict.faults());
    assertEquals(times, verdict.archived().renewals());
    assertEquals(then.instant(), verdict.archived().at());
    assertTrue(verdict.archived().until().isAfter(then.instant()));
    assertEquals(verdict(before).sealedAt(), verdict.sealedAt(), "the seal is as old as it was");
    assertTrue(certificates(after) > certificates(before), "and what was kept is kept");
  }

  private static void nothingElseFollows(Sealed renewed) throws IOException {
    byte[] file = renewed.paper().pdf();
    Random random = new Random(12);
    DocumentVerifier verifier =
        new DocumentVerifier(new Trust(List.of(OURS.root()), renewed.outside()));
    for (Tampering.Change change : Tampering.CHANGES) {
      byte[] copy = Tampering.revision(file, change, true);
      assertEquals(List.of(Verification.Fault.APPENDED), verifier.verify(copy).faults());
    }
    for (int i = 0; i < 100; i++) {
      byte[] copy = file.clone();
      copy[random.nextInt(file.length)] ^= 1;
      assertFalse(verifier.verify(copy).valid());
      int shorter = file.length - 1 - random.nextInt(40_000);
      assertFalse(verifier.verify(Arrays.copyOf(file, shorter)).valid());
    }
  }

  private static Verification verdict(Sealed sealed) {
    Trust trust = new Trust(List.of(OURS.root()), sealed.outside());
    return new DocumentVerifier(trust).verify(sealed.paper().pdf());
  }

  private static int certificates(Sealed sealed) {
    try (PDDocument pdf = Loader.loadPDF(sealed.paper().pdf())) {
      return pdf.getDocumentCatalog()
          .getCOSObject()
          .getCOSDictionary(COSName.getPDFName("DSS"))
          .getCOSArray(COSName.getPDFName("Certs"))
          .size();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void ourOwnClockNeedsNoProof() {
    press = press(Optional.empty());
    Sealed sealed = seal().await();
    assertTrue(verdict(sealed).archived().localTime());
    assertEquals(3, certificates(sealed));
  }

  @Test
  void aRevokedKeySealsNothing() {
    elsewhere.revoke(key.certificate());
    Refusal refusal = refusal(seal());
    assertEquals("certificate-revoked", refusal.code());
    assertEquals(409, refusal.status());
  }

  @Test
  void nothingIsSealedOnALessThanGoodList() {
    ForeignAuthority other = new ForeignAuthority("别的公司", null, CLOCK);
    Clock lastMonth = Clock.offset(CLOCK, Duration.ofDays(-30));
    lists.publish(ofRoot -> other.crl(ofRoot));
    assertEquals("revocation-away", refusal(seal()).code(), "another's");
    lists.publish(ofRoot -> elsewhere.crl(ofRoot, lastMonth));
    assertEquals("revocation-away", refusal(seal()).code(), "an old one");
    lists.publish(ofRoot -> new byte[] {0x30, 0x03, 1});
    assertEquals("revocation-away", refusal(seal()).code(), "none at all");
    lists.publish(ofRoot -> new byte[3 * 1024 * 1024]);
    assertEquals(503, refusal(seal()).status(), "an endless one");
    lists.publish(elsewhere::crl);
    assertFalse(seal().await().outside().isEmpty(), "and when the list is back, it is sealed");
  }

  private static Refusal refusal(Future<Sealed> sealed) {
    CompletionException failed =
        assertThrows(
            CompletionException.class,
            () -> sealed.toCompletionStage().toCompletableFuture().join());
    return assertInstanceOf(Refusal.class, failed.getCause());
  }

  private Future<Sealed> seal() {
    return press.seal(PAPER, OURS, key, SealedSamples.Agreement.NOTE);
  }
}
