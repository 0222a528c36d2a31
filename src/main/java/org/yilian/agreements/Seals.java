package org.yilian.agreements;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.documents.Documents;
import org.yilian.documents.OutsideCertificate;
import org.yilian.documents.Rendered;
import org.yilian.documents.SealAuthority;
import org.yilian.documents.Sealed;
import org.yilian.documents.Trust;
import org.yilian.documents.Verification;

/**
 * Seals documents for organisations, and judges what claims to be one. Never within a transaction:
 * it may ask a clock elsewhere. Nobody else reaches a key, and a sealed paper is read by entering
 * it in the book of seals alone.
 */
public final class Seals {
  private final SealCertificateStore store = new SealCertificateStore();
  private final Database database;
  private final Documents documents;
  private final SealKeys keys;
  private final Clock clock;

  public Seals(Database database, Documents documents, SealKeys keys, Clock clock) {
    this.database = database;
    this.documents = documents;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The document under the seal of an organisation; see {@link Documents#seal} for how it fails.
   * What is needed to verify it later is kept before anybody gets it.
   */
  public Future<SealedPaper> seal(Rendered paper, SealUse use) {
    return keys.authority()
        .compose(
            authority ->
                keys.of(use.organisation())
                    .compose(
                        key -> documents.seal(paper, authority, key, use.template(), use.number())))
        .compose(this::keepOutside)
        .map(done -> new SealedPaper(use, done));
  }

  private Future<Rendered> keepOutside(Sealed sealed) {
    Future<Void> kept = Future.succeededFuture();
    for (OutsideCertificate one : sealed.outside()) {
      kept = kept.compose(done -> store.keep(database.pool(), one, clock.instant()));
    }
    return kept.map(done -> sealed.paper());
  }

  /** A verdict on any bytes. */
  public Future<Verification> verify(byte[] file) {
    return keys.authorities()
        .compose(
            authorities ->
                store
                    .all(database.pool())
                    .map(outside -> trust(authorities, outside))
                    .compose(trust -> documents.verify(file, trust)));
  }

  private static Trust trust(List<SealAuthority> authorities, List<OutsideCertificate> outside) {
    return new Trust(authorities.stream().map(SealAuthority::root).toList(), outside);
  }
}
