package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.yilian.db.Database;
import org.yilian.db.DatabaseUrl;
import org.yilian.db.EmbeddedPostgres;
import org.yilian.db.Logins;
import org.yilian.db.Opening;
import org.yilian.identity.Keys;

/** One running server: its database, its features, its listening port. */
public final class Server {
  private static final int CONNECTIONS = 12;

  private final Vertx vertx;
  private final Config config;
  private final Optional<EmbeddedPostgres> embedded;
  private final Database database;
  private final Features features;
  private final HttpServer http;

  private Server(
      Vertx vertx,
      Config config,
      Optional<EmbeddedPostgres> embedded,
      Database database,
      Features features,
      HttpServer http) {
    this.vertx = vertx;
    this.config = config;
    this.embedded = embedded;
    this.database = database;
    this.features = features;
    this.http = http;
  }

  /** Starts everything in order; the future fails with the first thing that cannot be had. */
  public static Future<Server> start(Vertx vertx, Config config) {
    return start(vertx, config, Clock.systemUTC());
  }

  /** As {@link #start(Vertx, Config)}, with a clock of the caller's. */
  public static Future<Server> start(Vertx vertx, Config config, Clock clock) {
    if (config.databaseUrl().isPresent()) {
      return Future.succeededFuture(config)
          .map(Server::outside)
          .compose(logins -> start(vertx, config, clock, Optional.empty(), logins));
    }
    Path folder = config.databaseFolder();
    if (config.join()) {
      return EmbeddedPostgres.join(vertx, folder)
          .compose(logins -> start(vertx, config, clock, Optional.empty(), logins));
    }
    return EmbeddedPostgres.start(vertx, folder)
        .compose(
            postgres ->
                start(vertx, config, clock, Optional.of(postgres), postgres.logins())
                    .recover(
                        failure ->
                            postgres
                                .stop(vertx)
                                .transform(stopped -> Future.failedFuture(failure))));
  }

  private static Logins outside(Config config) {
    PgConnectOptions server = DatabaseUrl.parse(config.databaseUrl().orElseThrow());
    return config
        .databaseOwnerUrl()
        .map(url -> Logins.given(DatabaseUrl.parse(url), server))
        .orElseGet(() -> Logins.single(server));
  }

  private static Future<Server> start(
      Vertx vertx, Config config, Clock clock, Optional<EmbeddedPostgres> embedded, Logins logins) {
    return vertx
        .executeBlocking(() -> keys(config))
        .compose(
            keys ->
                Opening.open(vertx, logins, clock, CONNECTIONS)
                    .compose(
                        database ->
                            Features.of(vertx, config, database, keys, clock)
                                .compose(
                                    features -> listen(vertx, config, embedded, database, features))
                                .recover(
                                    failure ->
                                        database
                                            .close()
                                            .transform(closed -> Future.failedFuture(failure)))));
  }

  private static Keys keys(Config config) throws IOException {
    return Keys.load(config.keyFile());
  }

  private static Future<Server> listen(
      Vertx vertx,
      Config config,
      Optional<EmbeddedPostgres> embedded,
      Database database,
      Features features) {
    return features
        .listen(config.httpHost(), config.httpPort())
        .map(http -> new Server(vertx, config, embedded, database, features, http));
  }

  public int port() {
    return http.actualPort();
  }

  public String url() {
    return "http://" + config.httpHost() + ":" + port();
  }

  public Config config() {
    return config;
  }

  /** What the features were wired to, for tests and commands. */
  Features features() {
    return features;
  }

  Database database() {
    return database;
  }

  Optional<EmbeddedPostgres> embedded() {
    return embedded;
  }

  /** Takes no new work, lets clients come back elsewhere, then closes the database. */
  public Future<Void> stop() {
    return features
        .drain()
        .eventually(http::close)
        .eventually(database::close)
        .eventually(
            () -> embedded.map(postgres -> postgres.stop(vertx)).orElse(Future.succeededFuture()));
  }
}
