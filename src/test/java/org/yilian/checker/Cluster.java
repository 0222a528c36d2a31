package org.yilian.checker;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.yilian.db.EmbeddedPostgres;

/**
 * The PostgreSQL of the checker, what servers wake each other by, and their way to both. A gate in
 * the database of a run, which every commit of a message passes last of all, lets the checker stop
 * a backend just there.
 */
final class Cluster implements AutoCloseable {
  private static final Path FOLDER = Path.of("target", "checker", "postgres");
  private static final long GATE = 4_711;
  private static final long PATIENCE_SECONDS = 120;

  private final Vertx vertx = Vertx.vertx();
  private final EmbeddedPostgres postgres;
  private final Proxy proxy;
  private final Waking waking;
  private String database = "postgres";

  /** Where servers wake each other through the database. */
  Cluster() {
    this("notify");
  }

  /**
   * @param wakes {@code notify} or {@code redis}
   */
  Cluster(String wakes) {
    waking = Waking.of(wakes);
    postgres = await(EmbeddedPostgres.start(vertx, FOLDER));
    proxy = new Proxy(() -> postgres.options().getPort());
    query("select datname from pg_database where datname like 'run\\_%'")
        .forEach(row -> query("drop database " + row.getString(0) + " with (force)"));
  }

  /** A new and empty database for a run. */
  void create(String name) {
    database = "postgres";
    query("create database " + name);
    database = name;
  }

  /** What servers are told; it leads through the proxies. */
  Map<String, String> settings() {
    PgConnectOptions to = postgres.options();
    String url =
        "postgresql://%s:%s@127.0.0.1:%d/%s"
            .formatted(to.getUser(), to.getPassword(), proxy.port(), database);
    Map<String, String> settings = new HashMap<>(waking.settings());
    settings.put("YILIAN_DATABASE_URL", url);
    return settings;
  }

  /** Once the tables are there. Its wait is not cut short by the limits of the session. */
  void buildGate() {
    query(
        """
        create function checker_gate() returns trigger language plpgsql set lock_timeout = 0
        as 'begin perform pg_advisory_xact_lock_shared(%d); return null; end'
        """
            .formatted(GATE));
    query(
        """
        create constraint trigger checker_gate after insert on messages
        deferrable initially deferred for each row execute function checker_gate()
        """);
  }

  /**
   * Stops a backend that has stored messages and is about to commit.
   *
   * @return its process, for {@link Node#signal}; nothing where no message came in time
   */
  OptionalLong freezeCommit() {
    PgConnection keeper = await(PgConnection.connect(vertx, options()));
    try {
      run(keeper, "select pg_advisory_lock(" + GATE + ")");
      for (int i = 0; i < 100; i++) {
        RowSet<Row> waiting =
            run(keeper, "select pid from pg_locks where locktype = 'advisory' and not granted");
        for (Row row : waiting) {
          Node.signal(row.getInteger(0), "STOP");
          return OptionalLong.of(row.getInteger(0));
        }
        World.pause(10);
      }
      return OptionalLong.empty();
    } finally {
      keeper.close();
    }
  }

  /** As a machine loses it: nothing is written any more, and it recovers when it starts again. */
  void kill() {
    Node.signal(postgres.postmasterPid(), "KILL");
  }

  /** The connections of all servers are gone; what they were doing goes on in the database. */
  void cutServers(Random random) {
    proxy.cut(100, random);
  }

  /** No server hears another one, until it listens again. */
  void cutWakes(Random random) {
    waking.cut(random);
    query(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name <> 'checker'
          and (query like 'listen %' or query like '%pg_notify(%')
        """);
  }

  void awaitReady() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        query("select 1");
        return;
      } catch (RuntimeException away) {
        if (System.nanoTime() > deadline) {
          throw away;
        }
        World.pause(100);
      }
    }
  }

  private PgConnectOptions options() {
    return postgres.options().setDatabase(database).addProperty("application_name", "checker");
  }

  private RowSet<Row> query(String sql) {
    PgConnection connection = await(PgConnection.connect(vertx, options()));
    try {
      return run(connection, sql);
    } finally {
      connection.close();
    }
  }

  private static RowSet<Row> run(PgConnection connection, String sql) {
    return await(connection.query(sql).execute());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) { // also what the future failed with, checked or not
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    proxy.close();
    waking.close();
    await(postgres.stop(vertx));
    await(vertx.close());
  }
}
