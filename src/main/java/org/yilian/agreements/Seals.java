package org.yilian.agreements;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

  /**
   * The same document with a further archive over its last; see {@link Documents#renew} for how it
   * fails. No key of an organisation is used for it.
   */
  Future<Sealed> renewed(byte[] archived) {
    return documents
        .pages(archived)
        .map(pages -> new Rendered(archived, pages))
        .compose(
            paper ->
                store
                    .all(database.pool())
                    .map(outside -> new Sealed(paper, outside, Optional.empty())))
        .compose(whole -> keys.authorities().compose(all -> renewed(whole, all)))
        .compose(this::keepOutside);
  }

  /** Where our own clock stamped last, by the authority of that clock. */
  private Future<Sealed> renewed(Sealed archived, List<SealAuthority> authorities) {
    Future<Sealed> done = Future.failedFuture(new IllegalArgumentException("no authority"));
    for (SealAuthority one : authorities) {
      done =
          done.recover(
              failure ->
                  failure instanceof IllegalArgumentException
                      ? documents.renew(archived, one)
                      : Future.failedFuture(failure));
    }
    return done;
  }

  private Future<Sealed> keepOutside(Sealed sealed) {
    Future<Void> kept = Future.succeededFuture();
    for (OutsideCertificate one : sealed.outside()) {
      kept = kept.compose(done -> store.keep(database.pool(), one, clock.instant()));
    }
    return kept.map(done -> sealed);
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
