package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.yilian.db.TestDatabase;
import org.yilian.ledger.Office;
import org.yilian.performance.PerformanceOffice;

/** The whole server in demo mode on a free port, over a fresh database of the real PostgreSQL. */
public final class TestServer implements AutoCloseable {
  private static final Path KEYS = ForkFolder.path("keys.json").toAbsolutePath();

  private final Vertx vertx;
  private final Server server;
  private final PgConnectOptions database;

  private TestServer(Vertx vertx, Server server, PgConnectOptions database) {
    this.vertx = vertx;
    this.server = server;
    this.database = database;
  }

  /** Starts one with the demo cast and nothing else. Blocks. */
  public static TestServer start() {
    return start(Map.of());
  }

  /** The one of this JVM that tests share which mind nobody else's disputes. Never closed. */
  public static TestServer shared() {
    return Shared.SERVER;
  }

  private static final class Shared {
    static final TestServer SERVER = start();
  }

  /** As {@link #start()}, with more settings, such as {@code LAWYER_GRACE_SECONDS}. */
  public static TestServer start(Map<String, String> settings) {
    Vertx vertx = Vertx.vertx();
    PgConnectOptions database = wait(TestDatabase.freshOptions(vertx));
    return start(vertx, database, settings);
  }

  /** A second server over the database of this one, as after a restart. */
  public TestServer restart() {
    close();
    return start(Vertx.vertx(), database, Map.of());
  }

  /** Another node over the database of this one, which goes on. */
  public TestServer beside(Map<String, String> settings) {
    return start(Vertx.vertx(), database, settings);
  }

  private static TestServer start(
      Vertx vertx, PgConnectOptions database, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("YILIAN_HTTP_PORT", "0");
    environment.put("YILIAN_HTTP_HOST", "127.0.0.1");
    environment.put("YILIAN_DATABASE_URL", TestDatabase.url(TestDatabase.asServer(database)));
    environment.put("YILIAN_DATABASE_OWNER_URL", TestDatabase.url(database));
    environment.put("YILIAN_KEY_FILE", KEYS.toString());
    environment.put("YILIAN_DEMO", "true");
    environment.put("YILIAN_DEMO_PLAYS", "false");
    environment.put("YILIAN_VECTORS", "false");
    settings.forEach((name, value) -> environment.put("YILIAN_" + name, value));
    try {
      return new TestServer(vertx, wait(Server.start(vertx, Config.from(environment))), database);
    } catch (Config.Faulty faulty) {
      throw new IllegalArgumentException(faulty);
    }
  }

  public Vertx vertx() {
    return vertx;
  }

  /** Its database, for a test that looks behind the interface. */
  public PgConnectOptions database() {
    return database;
  }

  public int port() {
    return server.port();
  }

  /** What is wired inside, for a test that must reach behind the interface. */
  public Server server() {
    return server;
  }

  /** Brings about what only time brings about, such as an invitation that has run out. */
  public void sql(String sql) {
    wait(server.database().pool().query(sql).execute());
  }

  /** The number in the first row of a query's answer. */
  public long count(String sql) {
    return wait(server.database().pool().query(sql).execute()).iterator().next().getLong(0);
  }

  @Override
  public void close() {
    wait(server.stop());
    wait(vertx.close());
  }

  private static <T> T wait(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  /** For what no route asks for: rounds of clocks that come by themselves. */
  public Office office() {
    return server.features().disputes.office;
  }

  /** For reminders, which come by themselves too. */
  public PerformanceOffice performance() {
    return server.features().performance.office;
  }
}
