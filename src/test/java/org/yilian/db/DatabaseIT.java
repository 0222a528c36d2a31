package org.yilian.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.db.Awaits.done;
import static org.yilian.db.Awaits.failed;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlClient;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yilian.kernel.Refusal;

@ExtendWith(VertxExtension.class)
class DatabaseIT {
  private static final Refusal TOO_LONG = Refusal.conflict("too-long", "请写短一些。");

  private PgConnectOptions options;
  private Database database;

  /** One connection, so that one which is handed back unfit shows at the next statement. */
  @BeforeEach
  void connect(Vertx vertx) throws Exception {
    options = done(TestDatabase.freshOptions(vertx));
    database = done(Database.connect(vertx, options, 1));
    done(
        run(
            database.pool(),
            """
            create table words (
              word text constraint words_once primary key constraint words_short check (length(word) < 9)
            )
            """));
  }

  @AfterEach
  void close() throws Exception {
    done(database.close());
  }

  @Test
  void commitsWhatSucceeded() throws Exception {
    done(database.inTransaction(client -> insert(client, "愿意")));
    assertEquals(List.of("愿意"), words());
  }

  @Test
  void rollsBackWhatFailed() throws Exception {
    IllegalStateException bug = new IllegalStateException();
    Future<Void> work =
        database.inTransaction(
            client -> insert(client, "愿意").compose(done -> Future.failedFuture(bug)));
    assertSame(bug, failed(IllegalStateException.class, work));
    assertEquals(List.of(), words());
  }

  @Test
  void rollsBackWhatThrew() throws Exception {
    IllegalStateException bug = new IllegalStateException();
    Future<Void> work =
        database.inTransaction(
            client -> {
              insert(client, "愿意");
              throw bug;
            });
    assertSame(bug, failed(IllegalStateException.class, work));
    assertEquals(List.of(), words());
  }

  @Test
  void namesAViolatedConstraint() {
    PgException violated = failed(PgException.class, insert(database.pool(), "一句太长太长太长的话"));
    assertEquals("words_short", Constraints.named(violated).orElseThrow());
  }

  @Test
  void namesTheRuleThatATriggerHolds() throws Exception {
    done(
        run(
            database.pool(),
            """
            create function refuse_all() returns trigger language plpgsql as $$
            begin raise exception 'no' using constraint = 'words_never'; end $$;
            create trigger words_never before insert on words execute function refuse_all()
            """));
    PgException violated = failed(PgException.class, insert(database.pool(), "愿意"));
    assertEquals("words_never", Constraints.named(violated).orElseThrow());
  }

  @Test
  void tellsAViolatedConstraintAsItsRefusal() {
    Future<Void> work =
        database
            .inTransaction(client -> insert(client, "一句太长太长太长的话"))
            .recover(Constraints.refusing("words_short", () -> TOO_LONG));
    assertSame(TOO_LONG, failed(Refusal.class, work));
  }

  @Test
  void leavesAnotherConstraintAsItIs() throws Exception {
    done(insert(database.pool(), "愿意"));
    Future<Void> work =
        database
            .inTransaction(client -> insert(client, "愿意"))
            .recover(Constraints.refusing("words_short", () -> TOO_LONG));
    assertEquals("words_once", Constraints.named(failed(PgException.class, work)).orElseThrow());
  }

  @Test
  void leavesAWrongStatementAsABug() {
    Future<Void> work =
        database.inTransaction(client -> run(client, "select nothing from nowhere"));
    assertEquals("42P01", failed(PgException.class, work).getSqlState());
  }

  @Test
  void refusesWhenAStatementTakesTooLong(Vertx vertx) throws Exception {
    PgConnectOptions hasty = new PgConnectOptions(options).addProperty("statement_timeout", "50");
    Database brief = done(Database.connect(vertx, hasty, 1));
    assertTryAgain(brief.withConnection(client -> run(client, "select pg_sleep(30)")));
    done(brief.close());
  }

  @Test
  void refusesWhenNoConnectionBecomesFree() throws Exception {
    Promise<Void> busy = Promise.promise();
    Future<Void> first = database.inTransaction(client -> busy.future());
    assertTryAgain(database.inTransaction(client -> insert(client, "愿意")));
    busy.complete();
    done(first);
    done(database.inTransaction(client -> insert(client, "愿意")));
  }

  @Test
  void refusesWhenNoServerAnswers(Vertx vertx) throws Exception {
    PgConnectOptions nobody = new PgConnectOptions(options).setPort(unusedPort());
    assertTryAgain(Database.connect(vertx, nobody, 1));
  }

  @Test
  void doesNotRunWithoutDurableCommits(Vertx vertx) throws Exception {
    done(
        run(
            database.pool(),
            "alter database " + options.getDatabase() + " set synchronous_commit = off"));
    DatabaseFault fault = failed(DatabaseFault.class, Database.connect(vertx, options, 1));
    assertTrue(fault.getMessage().contains("synchronous_commit is off"), fault.getMessage());
  }

  @Test
  void keepsTheSessionThatTheSettingsAskFor(Vertx vertx) throws Exception {
    assertEquals("Pacific/Chatham", zone(database));
    PgConnectOptions silent = new PgConnectOptions(options);
    silent.getProperties().remove("TimeZone");
    Database other = done(Database.connect(vertx, silent, 1));
    assertEquals("UTC", zone(other));
    done(other.close());
  }

  private static String zone(Database database) throws Exception {
    return done(database.pool().query("show timezone").execute()).iterator().next().getString(0);
  }

  private static void assertTryAgain(Future<?> work) {
    Refusal refusal = failed(Refusal.class, work);
    assertEquals(503, refusal.status());
    assertEquals("try-again", refusal.code());
  }

  private static int unusedPort() throws Exception {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static Future<Void> insert(SqlClient client, String word) {
    return run(client, "insert into words values ('" + word + "')");
  }

  private static Future<Void> run(SqlClient client, String sql) {
    return client.query(sql).execute().mapEmpty();
  }

  private List<String> words() throws Exception {
    return done(database.pool().query("select word from words order by word").execute()).stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
