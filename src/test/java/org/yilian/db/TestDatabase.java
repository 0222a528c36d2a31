package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.yilian.ForkFolder;
import org.yilian.kernel.Hash;

/**
 * Real PostgreSQL for tests: one embedded server for the test JVM, durable as in production, kept
 * under target/ from run to run; a database of its own for whoever asks, copied from a template
 * that holds the migrated schema.
 */
public final class TestDatabase {
  private static final Path FOLDER = ForkFolder.path("postgres");
  private static final int POOL = 8;
  private static final int DIGITS = 12;

  /** Far from UTC and not whole hours: a time that depends on the session's zone shows. */
  private static final String ODD_ZONE = "Pacific/Chatham";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /** A fresh, migrated, empty database. Close it after the test; its data go with the next run. */
  public static Future<Database> fresh(Vertx vertx) {
    return freshOptions(vertx).compose(options -> Database.connect(vertx, options, POOL));
  }

  /** As {@link #fresh}, for a server that connects by itself. */
  public static Future<PgConnectOptions> freshOptions(Vertx vertx) {
    String name = "test_" + COUNT.incrementAndGet();
    return Future.fromCompletionStage(Template.name(vertx), vertx.getOrCreateContext())
        .compose(template -> admin(vertx, "create database " + name + " template " + template))
        .map(done -> options(name));
  }

  /** The same database for the server's own role, which cannot rewrite what only grows. */
  public static PgConnectOptions asServer(PgConnectOptions owner) {
    PgConnectOptions server = server().logins().server();
    return new PgConnectOptions(owner).setUser(server.getUser()).setPassword(server.getPassword());
  }

  /** As {@link #freshOptions}, in the form of YILIAN_DATABASE_URL. */
  public static String url(PgConnectOptions options) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(
            options.getUser(),
            options.getPassword(),
            options.getHost(),
            options.getPort(),
            options.getDatabase());
  }

  /** The server that all tests of this JVM share: not for a test that stops it. */
  public static EmbeddedPostgres server() {
    return Running.SERVER;
  }

  /** One of its own in a folder that is kept, for measurements with a large database. Blocks. */
  public static EmbeddedPostgres open(Path folder) {
    try {
      return EmbeddedPostgres.open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PgConnectOptions options(String database) {
    return server().options().setDatabase(database).addProperty("TimeZone", ODD_ZONE);
  }

  private static Future<List<String>> admin(Vertx vertx, String sql) {
    return PgConnection.connect(vertx, server().options())
        .compose(connection -> connection.query(sql).execute().eventually(connection::close))
        .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
  }

  /** Started at the first use, stopped by its watchdog when this JVM ends. */
  private static final class Running {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.open(FOLDER);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Named after the migrations, and only when it is whole: an edited one makes a new template. */
  private static final class Template {
    private static final String UNFINISHED = "template_unfinished";
    private static CompletableFuture<String> prepared;

    /** Made by whoever comes first; free of the first one's Vertx, which closes with its test. */
    static synchronized CompletableFuture<String> name(Vertx vertx) {
      if (prepared == null) {
        CompletableFuture<String> first = new CompletableFuture<>();
        vertx
            .executeBlocking(Template::schema)
            .compose(name -> prepare(vertx, name))
            .onSuccess(first::complete)
            .onFailure(first::completeExceptionally);
        prepared = first;
      }
      return prepared;
    }

    private static String schema() {
      Running.SERVER.options();
      String checksums =
          MigrationFiles.read().stream().map(Migration::checksum).collect(Collectors.joining());
      return "template_" + Hash.of(checksums).hex().substring(0, DIGITS);
    }

    private static Future<String> prepare(Vertx vertx, String name) {
      return admin(vertx, "select datname from pg_database where datname ~ '^(test|template)_'")
          .compose(found -> makeRole(vertx).map(found))
          .compose(found -> dropOthers(vertx, found, name).map(found.contains(name)))
          .compose(there -> there ? Future.succeededFuture() : create(vertx, name))
          .map(name);
    }

    private static Future<Void> makeRole(Vertx vertx) {
      PgConnectOptions role = server().logins().server();
      return PgConnection.connect(vertx, server().options())
          .compose(admin -> Opening.make(admin, role).eventually(admin::close));
    }

    private static Future<Void> dropOthers(Vertx vertx, List<String> found, String name) {
      Future<Void> done = Future.succeededFuture();
      for (String other : found) {
        if (!other.equals(name)) {
          done = done.compose(next -> admin(vertx, "drop database " + other).mapEmpty());
        }
      }
      return done;
    }

    private static Future<Void> create(Vertx vertx, String name) {
      return admin(vertx, "create database " + UNFINISHED)
          .compose(done -> Database.connect(vertx, options(UNFINISHED), 1))
          .compose(database -> migrate(vertx, database))
          .compose(count -> admin(vertx, "alter database " + UNFINISHED + " rename to " + name))
          .mapEmpty();
    }

    private static Future<Integer> migrate(Vertx vertx, Database database) {
      return Migrations.apply(vertx, database, Clock.systemUTC()).eventually(database::close);
    }
  }
}
