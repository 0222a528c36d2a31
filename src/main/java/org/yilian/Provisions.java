package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import org.yilian.documents.Documents;
import org.yilian.knowledge.Digest;

/**
 * What a server stands on beside its database: fonts, templates, the digest of the law. Reading
 * them takes seconds of a cold start, so it is done while the database comes up.
 */
record Provisions(Documents documents, Digest digest) {
  private static final int WORKERS = 2;
  private static final int WAITING = 100;

  static Future<Provisions> gather(Vertx vertx, Config config, Clock clock) {
    Documents.Settings settings =
        new Documents.Settings(
            config.demo(), null, config.fontsDir().orElse(null), WORKERS, WAITING);
    Future<Documents> documents =
        vertx.executeBlocking(() -> Documents.open(vertx, settings, clock), false);
    Future<Digest> digest = vertx.executeBlocking(Digest::loaded, false);
    return Future.join(documents, digest)
        .map(both -> new Provisions(documents.result(), digest.result()));
  }

  void close() {
    documents.close();
  }
}
