package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;
import org.yilian.documents.Documents;
import org.yilian.documents.OutsideKeys;
import org.yilian.documents.Revocations;
import org.yilian.documents.SealHelp;
import org.yilian.documents.TimestampServer;
import org.yilian.knowledge.Digest;

/**
 * What a server stands on beside its database: fonts, templates, keys of others, the digest of the
 * law. Reading them takes seconds of a cold start, so it is done while the database comes up.
 */
record Provisions(Documents documents, OutsideKeys sealKeys, Digest digest) {
  private static final int WORKERS = 2;
  private static final int WAITING = 100;

  static Future<Provisions> gather(Vertx vertx, Config config, Clock clock) {
    Future<Documents> documents =
        vertx.executeBlocking(() -> documents(vertx, config, clock), false);
    Future<OutsideKeys> sealKeys =
        vertx.executeBlocking(
            () -> OutsideKeys.open(config.seals().keys(), config.seals().revocation(), clock),
            false);
    Future<Digest> digest = vertx.executeBlocking(Digest::loaded, false);
    return Future.join(documents, sealKeys, digest)
        .map(all -> new Provisions(documents.result(), sealKeys.result(), digest.result()));
  }

  private static Documents documents(Vertx vertx, Config config, Clock clock) {
    Documents.Settings settings =
        new Documents.Settings(
            config.demo(), null, config.fontsDir().orElse(null), WORKERS, WAITING);
    return Documents.open(vertx, settings, sealHelp(vertx, config, clock), clock);
  }

  private static SealHelp sealHelp(Vertx vertx, Config config, Clock clock) {
    SealSettings seals = config.seals();
    return new SealHelp(
        seals.stamps().map(server -> new TimestampServer(vertx, server, clock)),
        seals.revocation() ? Optional.of(new Revocations(vertx, clock)) : Optional.empty());
  }

  void close() {
    documents.close();
  }
}
