package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.yilian.db.Database;
import org.yilian.db.DatabaseUrl;
import org.yilian.db.EmbeddedPostgres;
import org.yilian.db.Logins;
import org.yilian.db.Opening;
import org.yilian.identity.Keys;

/** The way from the settings to a server that listens; what was begun is undone where it fails. */
final class Starting {
  private static final int CONNECTIONS = 12;

  private final Vertx vertx;
  private final Config config;
  private final Clock clock;
  private final HeadStart begun;
  private final Future<Provisions> provisions;

  Starting(Vertx vertx, Config config, Clock clock, HeadStart begun) {
    this.begun = begun;
    this.vertx = vertx;
    this.config = config;
    this.clock = clock;
    provisions = Provisions.gather(vertx, config, clock);
  }

  Future<Server> start() {
    return server().onFailure(failure -> provisions.onSuccess(Provisions::close));
  }

  private Future<Server> server() {
    if (config.databaseUrl().isPresent()) {
      return Future.succeededFuture(config)
          .map(Starting::outside)
          .compose(logins -> over(logins, Optional.empty()));
    }
    Path folder = config.databaseFolder();
    if (config.join()) {
      return EmbeddedPostgres.join(vertx, folder).compose(logins -> over(logins, Optional.empty()));
    }
    return begun
        .postgres()
        .map(Future::fromCompletionStage)
        .orElseGet(() -> EmbeddedPostgres.start(vertx, folder))
        .compose(this::over);
  }

  private static Logins outside(Config config) {
    Logins single = Logins.single(DatabaseUrl.parse(config.databaseUrl().orElseThrow()));
    return config
        .databaseOwnerUrl()
        .map(url -> Logins.given(DatabaseUrl.parse(url), single.server()))
        .orElse(single);
  }

  private Future<Server> over(EmbeddedPostgres postgres) {
    return over(postgres.logins(), Optional.of(postgres))
        .recover(failure -> postgres.stop(vertx).transform(gone -> Future.failedFuture(failure)));
  }

  private Future<Server> over(Logins logins, Optional<EmbeddedPostgres> embedded) {
    return vertx
        .executeBlocking(() -> Keys.load(config.keyFile()))
        .compose(
            keys ->
                Opening.open(vertx, logins, clock, CONNECTIONS)
                    .compose(database -> with(database, keys, embedded)));
  }

  private Future<Server> with(Database database, Keys keys, Optional<EmbeddedPostgres> embedded) {
    return provisions
        .compose(ready -> Features.of(new Foundation(vertx, config, database, keys, clock), ready))
        .compose(features -> listen(database, embedded, features))
        .recover(failure -> database.close().transform(gone -> Future.failedFuture(failure)));
  }

  private Future<Server> listen(
      Database database, Optional<EmbeddedPostgres> embedded, Features features) {
    return features
        .listen(config.httpHost(), config.httpPort())
        .map(http -> new Server(vertx, config, embedded, database, features, http));
  }
}
