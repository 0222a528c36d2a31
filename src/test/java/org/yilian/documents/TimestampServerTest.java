package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yilian.documents.TimestampResponder.Manner;
import org.yilian.kernel.Refusal;

/** Stamps by a clock elsewhere: which count, which do not, and what a file keeps of them. */
class TimestampServerTest {
  private static final String TEMPLATE = "people-mediation-agreement";
  private static final Vertx VERTX = Vertx.vertx();
  private static final ForeignAuthority ELSEWHERE =
      new ForeignAuthority("某电子认证公司", null, SealedSamples.CLOCK);
  private static final SealAuthority OURS = SealedSamples.Ours.AUTHORITY;
  private static final SealKey KEY = SealedSamples.Ours.KEY;
  private static TimestampResponder responder;
  private static Documents documents;
  private static Rendered paper;

  @BeforeAll
  static void open() {
    responder =
        new TimestampResponder(VERTX, ELSEWHERE, ForeignAuthority.sharedRsa(), SealedSamples.CLOCK);
    documents = open(responder);
    paper = documents.render(TEMPLATE, Samples.agreement()).await();
  }

  private static Documents open(TimestampResponder responder) {
    return Documents.open(
        VERTX, Documents.Settings.plain(true), help(responder.settings()), SealedSamples.CLOCK);
  }

  private static SealHelp help(TimestampServer.Settings settings) {
    TimestampServer server = new TimestampServer(VERTX, settings, SealedSamples.CLOCK);
    return new SealHelp(Optional.of(server), Optional.empty());
  }

  @AfterAll
  static void close() {
    documents.close();
    responder.close();
    VERTX.close().await();
  }

  @Test
  void aSealTellsWhoStampedIt() {
    responder.now(Manner.GOOD);
    Sealed sealed = seal().await();
    Verification verdict = verify(sealed, sealed.outside());
    assertEquals(List.of(), verdict.faults());
    assertEquals(TimestampResponder.NAME, verdict.vouchers().stampedBy());
    assertFalse(verdict.vouchers().localTime());
    assertTrue(verdict.vouchers().localKey());
    assertEquals(SealedSamples.CLOCK.instant(), verdict.sealedAt());
    assertEquals(2, sealed.outside().get(0).path().size(), "itself and the one above it");
  }

  @Test
  void aStampThatWasNeverUsedHereProvesNothing() {
    responder.now(Manner.GOOD);
    assertFalse(verify(seal().await(), List.of()).valid());
    TimestampResponder other =
        new TimestampResponder(VERTX, ELSEWHERE, ForeignAuthority.sharedRsa(), SealedSamples.CLOCK);
    try (other;
        Documents others = open(other)) {
      Sealed foreign = others.seal(paper, OURS, KEY, TEMPLATE, "1号").await();
      assertFalse(verify(foreign, seal().await().outside()).valid(), "of the same authority");
    }
  }

  @Test
  void whatWasKeptOfAStampOpensAgain() {
    responder.now(Manner.GOOD);
    Sealed sealed = seal().await();
    List<OutsideCertificate> kept =
        sealed.outside().stream()
            .map(one -> OutsideCertificate.open(one.use(), one.toBytes()))
            .toList();
    assertEquals(sealed.outside(), kept);
    assertTrue(verify(sealed, kept).valid());
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"HANGS", "BREAKS_OFF", "ENDLESS", "ERROR"})
  void nothingIsSealedWhileTheClockIsAway(Manner manner) {
    assertRefused(503, "timestamp-away", manner);
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"REFUSES", "NONSENSE", "OTHER_HASH", "OTHER_NONCE", "OTHER_POLICY", "NO_PURPOSE"})
  void nothingIsSealedByAStampThatDoesNotCount(Manner manner) {
    assertRefused(503, "timestamp-refused", manner);
  }

  @Test
  void nothingIsSealedWhileTheClocksAreFarApart() {
    assertRefused(409, "seal-out-of-time", Manner.LATE);
  }

  @Test
  void aStampThatLeadsToAnotherRootDoesNotCount() {
    ForeignAuthority unknown = new ForeignAuthority("别的公司", null, SealedSamples.CLOCK);
    TimestampResponder foreign =
        new TimestampResponder(VERTX, unknown, ForeignAuthority.sharedRsa(), SealedSamples.CLOCK);
    TimestampServer.Settings misplaced =
        new TimestampServer.Settings(
            foreign.url(),
            responder.settings().within(),
            responder.settings().roots(),
            Optional.empty());
    try (foreign;
        Documents others =
            Documents.open(
                VERTX, Documents.Settings.plain(true), help(misplaced), SealedSamples.CLOCK)) {
      Future<Sealed> sealed = others.seal(paper, OURS, KEY, TEMPLATE, "1号");
      assertEquals("timestamp-refused", refusal(sealed).code());
    }
  }

  private static void assertRefused(int status, String code, Manner manner) {
    responder.now(manner);
    Refusal refusal = refusal(seal());
    assertEquals(code, refusal.code());
    assertEquals(status, refusal.status());
    responder.now(Manner.GOOD);
    assertTrue(seal().await().outside().size() == 1, "and the next one is sealed");
  }

  private static Refusal refusal(Future<Sealed> sealed) {
    CompletionException failed =
        assertThrows(
            CompletionException.class,
            () -> sealed.toCompletionStage().toCompletableFuture().join());
    return assertInstanceOf(Refusal.class, failed.getCause());
  }

  private static Future<Sealed> seal() {
    return documents.seal(paper, OURS, KEY, TEMPLATE, "1号");
  }

  private static Verification verify(Sealed sealed, List<OutsideCertificate> known) {
    Trust trust = new Trust(List.of(OURS.root()), known);
    return new DocumentVerifier(trust).verify(sealed.paper().pdf());
  }
}
