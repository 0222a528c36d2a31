package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Clock;
import java.util.Optional;
import org.yilian.db.Database;
import org.yilian.db.EmbeddedPostgres;

/** One running server: its database, its features, its listening port. */
public final class Server {
  private final Vertx vertx;
  private final Config config;
  private final Optional<EmbeddedPostgres> embedded;
  private final Database database;
  private final Features features;
  private final HttpServer http;

  Server(
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

  /** As {@link #start(Vertx, Config)}, going on from what was begun before. */
  static Future<Server> start(Vertx vertx, Config config, HeadStart begun) {
    return new Starting(vertx, config, Clock.systemUTC(), begun).start();
  }

  /** As {@link #start(Vertx, Config)}, with a clock of the caller's. */
  public static Future<Server> start(Vertx vertx, Config config, Clock clock) {
    return new Starting(vertx, config, clock, HeadStart.NONE).start();
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
        .eventually(features::close)
        .eventually(database::close)
        .eventually(
            () -> embedded.map(postgres -> postgres.stop(vertx)).orElse(Future.succeededFuture()));
  }
}
