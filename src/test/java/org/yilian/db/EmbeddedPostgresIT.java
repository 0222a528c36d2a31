package org.yilian.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.db.Awaits.done;
import static org.yilian.db.Awaits.eventually;
import static org.yilian.db.Awaits.failed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yilian.kernel.Refusal;

/** One folder for all: what one test leaves is the next one's data, as in a real life. */
@ExtendWith(VertxExtension.class)
class EmbeddedPostgresIT {
  private static final int PATIENCE_SECONDS = 40;
  private static final String PROBE = "select count(*)::text from pg_class";

  @TempDir static Path folder;

  private final List<EmbeddedPostgres> opened = new ArrayList<>();
  private final List<ServerProcess> servers = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    servers.forEach(ServerProcess::end);
    for (EmbeddedPostgres postgres : opened) {
      postgres.close();
    }
  }

  @Test
  void keepsEverythingAcknowledgedWhenTheServerIsKilled(Vertx vertx) throws Exception {
    ServerProcess server = launch();
    List<Integer> acknowledged = new ArrayList<>(server.acknowledged(50));
    acknowledged.addAll(server.kill());
    assertTrue(ended(server.postmaster()), "PostgreSQL ends with its server");
    assertTrue(kept(vertx, open()).containsAll(acknowledged));
  }

  @Test
  void stopsAnOrphanAndKeepsItsData(Vertx vertx) throws Exception {
    ServerProcess server = launch();
    List<Integer> acknowledged = new ArrayList<>(server.acknowledged(5));
    server.watchdog().destroyForcibly();
    acknowledged.addAll(server.kill());
    assertTrue(server.postmaster().isAlive(), "without its watchdog it is an orphan");
    EmbeddedPostgres next = open();
    assertFalse(server.postmaster().isAlive());
    assertNotEquals(server.postmaster().pid(), next.postmasterPid());
    assertTrue(kept(vertx, next).containsAll(acknowledged));
  }

  @Test
  void leavesAnInnocentProcessAlone(Vertx vertx) throws Exception {
    open().close();
    Process innocent = new ProcessBuilder("cat").start();
    Path pidFile = folder.resolve("cluster").resolve("postmaster.pid");
    Files.writeString(pidFile, innocent.pid() + "\n" + folder.resolve("cluster") + "\n");
    assertServes(vertx, open());
    assertTrue(innocent.isAlive());
    innocent.destroy();
  }

  @Test
  void refusesASecondServerOnTheFolder() throws Exception {
    ServerProcess server = launch();
    DatabaseFault fault = assertThrows(DatabaseFault.class, this::open);
    assertTrue(fault.getMessage().contains("already uses this data folder"), fault.getMessage());
    assertTrue(server.postmaster().isAlive());
    server.kill();
    open();
    fault = assertThrows(DatabaseFault.class, this::open);
    assertTrue(fault.getMessage().contains("already uses this data folder"), fault.getMessage());
  }

  @Test
  void refusesToRunWithoutFsync(Vertx vertx) throws Exception {
    open().close();
    Path settings = folder.resolve("cluster").resolve("postgresql.auto.conf");
    String before = Files.readString(settings);
    Files.writeString(settings, "fsync = off\n", StandardOpenOption.APPEND);
    Future<Database> connected = Database.connect(vertx, open().options(), 1);
    DatabaseFault fault = failed(DatabaseFault.class, connected);
    Files.writeString(settings, before);
    assertTrue(fault.getMessage().contains("fsync is off"), fault.getMessage());
  }

  @Test
  void refusesARoleThatMayMakeNothingTemporary(Vertx vertx) throws Exception {
    PgConnectOptions owner = open().options();
    ask(vertx, owner, "create role narrow login password 'narrow'");
    ask(vertx, owner, "create database narrow");
    ask(vertx, owner, "revoke temporary on database narrow from public");
    PgConnectOptions narrow =
        new PgConnectOptions(owner).setDatabase("narrow").setUser("narrow").setPassword("narrow");
    DatabaseFault fault = failed(DatabaseFault.class, Database.connect(vertx, narrow, 1));
    assertTrue(fault.getMessage().contains("grant temporary on the database"), fault.getMessage());
    ask(vertx, owner, "grant temporary on database narrow to narrow");
    done(done(Database.connect(vertx, narrow, 1)).close());
    ask(vertx, owner, "drop database narrow");
    ask(vertx, owner, "drop role narrow");
  }

  @Test
  void comesBackOnTheSamePortWhenPostgresIsKilled(Vertx vertx) throws Exception {
    EmbeddedPostgres postgres = open();
    Database database = done(Database.connect(vertx, postgres.options(), 2));
    ProcessHandle before = ProcessHandle.of(postgres.postmasterPid()).orElseThrow();
    before.destroyForcibly();
    assertTrue(ended(before));
    Refusal refusal = failed(Refusal.class, untilItFails(vertx, database));
    assertEquals("try-again", refusal.code());
    done(eventually(vertx, () -> text(database, PROBE)));
    assertNotEquals(before.pid(), postgres.postmasterPid());
    done(database.close());
  }

  @Test
  void refusesAWrongPasswordAndKeepsItsOwnToItself(Vertx vertx) throws Exception {
    EmbeddedPostgres postgres = open();
    PgConnectOptions wrong = postgres.options().setPassword("wrong");
    assertEquals(
        "28P01", failed(PgException.class, Database.connect(vertx, wrong, 1)).getSqlState());
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))));
  }

  @Test
  void startsOverWhereAFirstStartWasInterrupted(Vertx vertx, @TempDir Path other) throws Exception {
    for (String unfinished : List.of("unpacking", "initdb")) {
      Files.createDirectories(other.resolve(unfinished).resolve("bin"));
      Files.writeString(other.resolve(unfinished).resolve("PG_VERSION"), "17");
    }
    Files.writeString(other.resolve("password"), "half");
    EmbeddedPostgres postgres = EmbeddedPostgres.open(other);
    opened.add(postgres);
    assertServes(vertx, postgres);
    assertEquals("on", ask(vertx, postgres.options(), "show data_checksums"));
    assertEquals("UTF8", ask(vertx, postgres.options(), "show server_encoding"));
  }

  @Test
  void takesAnOutsideServerByUrl(Vertx vertx) throws Exception {
    EmbeddedPostgres postgres = open();
    ask(vertx, postgres.options(), "drop role if exists guest");
    ask(vertx, postgres.options(), "create role guest login password 'a@b:c/d?e#f%g h+秘'");
    String url =
        "postgresql://guest:a%40b%3Ac%2Fd%3Fe%23f%25g%20h+%E7%A7%98@127.0.0.1:"
            + postgres.options().getPort()
            + "/postgres?application_name=outside";
    assertEquals("guest", ask(vertx, DatabaseUrl.parse(url), "select current_user::text"));
    assertEquals("outside", ask(vertx, DatabaseUrl.parse(url), "show application_name"));
  }

  private EmbeddedPostgres open() throws IOException {
    EmbeddedPostgres postgres = EmbeddedPostgres.open(folder);
    opened.add(postgres);
    return postgres;
  }

  private ServerProcess launch() throws IOException {
    ServerProcess server = new ServerProcess(folder);
    servers.add(server);
    return server;
  }

  private static boolean ended(ProcessHandle process) throws Exception {
    return !process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS).isAlive();
  }

  private static Future<String> untilItFails(Vertx vertx, Database database) {
    return text(database, PROBE).compose(still -> untilItFails(vertx, database));
  }

  private static void assertServes(Vertx vertx, EmbeddedPostgres postgres) throws Exception {
    assertEquals("1", ask(vertx, postgres.options(), "select 1::text"));
  }

  private static List<Integer> kept(Vertx vertx, EmbeddedPostgres postgres) throws Exception {
    String numbers = ask(vertx, postgres.options(), "select string_agg(n::text, ',') from kept");
    return List.of(numbers.split(",")).stream().map(Integer::valueOf).toList();
  }

  private static String ask(Vertx vertx, PgConnectOptions options, String sql) throws Exception {
    Database database = done(Database.connect(vertx, options, 1));
    String answer = done(text(database, sql));
    done(database.close());
    return answer;
  }

  private static Future<String> text(Database database, String sql) {
    return database.withConnection(
        client ->
            client
                .query(sql)
                .execute()
                .map(rows -> rows.size() == 0 ? "" : rows.iterator().next().getString(0)));
  }
}
