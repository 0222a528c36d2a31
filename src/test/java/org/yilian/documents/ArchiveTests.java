package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * A file of two signatures. Whoever can ask the clock can write something after our seal and have
 * it stamped: so here the attacker stamps what he has changed, by the very clock that counts.
 */
abstract class ArchiveTests {
  static Vertx vertx;
  static final Clock CLOCK = SealedSamples.CLOCK;
  static final SealAuthority OURS = SealedSamples.Ours.AUTHORITY;
  static CrlServer lists;
  static ForeignAuthority elsewhere;
  static TimestampResponder clock;
  static Sealed sealed;
  static byte[] file;
  static byte[] first;
  static LongTerm kept;
  static DocumentVerifier verifier;

  @BeforeAll
  static void seal() throws SealRefused {
    vertx = Vertx.vertx();
    lists = new CrlServer(vertx);
    elsewhere = lists.authority("某公司", CLOCK);
    clock = new TimestampResponder(vertx, elsewhere, ForeignAuthority.sharedRsa(), CLOCK);
    sealed = SealedSamples.sealedByOthers(vertx, elsewhere, clock, true);
    file = sealed.paper().pdf();
    first = SealedBytes.firstRevision(file);
    kept = StoredProofs.read(file, first.length);
    verifier = new DocumentVerifier(new Trust(List.of(OURS.root()), sealed.outside()));
  }

  @AfterAll
  static void close() {
    clock.close();
    lists.close();
    vertx.close().await();
  }

  static void refused(byte[] copy, String how) {
    assertFalse(Arrays.equals(file, copy), how);
    assertFalse(verifier.verify(copy).valid(), how);
  }

  static byte[] stamped(SealedBytes draft) {
    return stamped(draft, clock);
  }

  static byte[] stamped(SealedBytes draft, TimestampResponder by) {
    return with(draft, token(draft.covered(), by));
  }

  static ContentInfo token(byte[] over, TimestampResponder by) {
    return new TimestampServer(vertx, by.settings(), CLOCK).stamp(over).await().token();
  }

  static byte[] with(SealedBytes draft, ContentInfo token) {
    try {
      return draft.with(token.getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    Stream.of(parts).forEach(whole::writeBytes);
    return whole.toByteArray();
  }
}
