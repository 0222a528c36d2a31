package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yilian.documents.OcspResponder.Manner;
import org.yilian.kernel.Refusal;

/** What a responder says of a certificate: which answers prove something, and which do not. */
class OcspTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Clock CLOCK = SealedSamples.CLOCK;

  private OcspResponder responder;
  private CrlServer lists;

  @BeforeEach
  void listen() {
    responder = new OcspResponder(VERTX, CLOCK);
    lists = new CrlServer(VERTX);
  }

  @AfterEach
  void stop() {
    responder.close();
    lists.close();
  }

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  @ParameterizedTest
  @EnumSource(names = {"GOOD", "WITHOUT_NONCE", "BY_THE_ISSUER"})
  void anAnswerThatCountsIsTakenAndNoListIsAskedFor(Manner manner) {
    ForeignAuthority authority = responder.authority("某公司", lists.address());
    lists.publish(authority::crl);
    responder.now(manner);
    LongTerm proofs = proofs(authority).await();
    assertEquals(3, proofs.certificates().size());
    assertEquals(2, proofs.answers().size(), "of the key, and of the authority below the root");
    assertEquals(0, lists.asked());
  }

  @ParameterizedTest
  @EnumSource(
      names = {"GOOD", "WITHOUT_NONCE", "BY_THE_ISSUER"},
      mode = EnumSource.Mode.EXCLUDE)
  void nothingIsProvedByAnyOther(Manner manner) {
    ForeignAuthority authority = responder.authority("某公司", null);
    responder.now(manner);
    Refusal refusal = refusal(proofs(authority));
    assertEquals("revocation-away", refusal.code());
    assertEquals(503, refusal.status());
  }

  @Test
  void whereTheResponderIsAwayTheListDoes() {
    ForeignAuthority authority = responder.authority("某公司", lists.address());
    lists.publish(authority::crl);
    responder.now(Manner.ERROR);
    LongTerm proofs = proofs(authority).await();
    assertEquals(2, proofs.lists().size());
    assertTrue(proofs.answers().isEmpty());
  }

  @Test
  void aRevokedCertificateIsRefusedAndNoListIsAskedInstead() {
    ForeignAuthority authority = responder.authority("某公司", lists.address());
    lists.publish(authority::crl);
    Certificates.Pair pair = authority.forSeals(Samples.ORGANISATION);
    SealKey key = SealKey.outside(pair, authority.chain(), null);
    authority.revoke(pair.certificate());
    Refusal refusal = refusal(new Revocations(VERTX, CLOCK).of(List.of(key.path())));
    assertEquals("certificate-revoked", refusal.code());
    assertEquals(0, lists.asked());
  }

  @Test
  void anArchiveHoldsTheAnswers() {
    ForeignAuthority authority = responder.authority("某公司", null);
    Sealed sealed = SealedSamples.sealedByOthers(VERTX, authority, true);
    Trust trust = new Trust(List.of(SealedSamples.Ours.AUTHORITY.root()), sealed.outside());
    Verification verdict = new DocumentVerifier(trust).verify(sealed.paper().pdf());
    assertEquals(List.of(), verdict.faults());
    assertEquals(CLOCK.instant(), verdict.archived().at());
  }

  private static Future<LongTerm> proofs(ForeignAuthority authority) {
    Certificates.Pair pair = authority.forSeals(Samples.ORGANISATION);
    SealKey key = SealKey.outside(pair, authority.chain(), null);
    return new Revocations(VERTX, CLOCK, Duration.ofSeconds(1)).of(List.of(key.path()));
  }

  private static Refusal refusal(Future<LongTerm> proofs) {
    CompletionException failed =
        assertThrows(
            CompletionException.class,
            () -> proofs.toCompletionStage().toCompletableFuture().join());
    return assertInstanceOf(Refusal.class, failed.getCause());
  }
}
