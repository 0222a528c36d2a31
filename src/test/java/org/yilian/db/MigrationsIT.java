package org.yilian.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.db.Awaits.done;
import static org.yilian.db.Awaits.failed;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class MigrationsIT {
  private static final Instant NOW = Instant.parse("2026-03-01T16:30:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Migration FIRST = Migration.of("100_first.sql", "create table a (n int);");
  private static final Migration SECOND =
      Migration.of("200_second.sql", "create table b (n int); insert into b values (1), (2);");

  private Database database;
  private Database otherNode;

  @BeforeEach
  void emptyDatabase(Vertx vertx) throws Exception {
    PgConnectOptions options = done(TestDatabase.freshOptions(vertx));
    database = done(Database.connect(vertx, options, 2));
    otherNode = done(Database.connect(vertx, options, 2));
    done(database.pool().query("drop schema public cascade; create schema public").execute());
  }

  @AfterEach
  void close() throws Exception {
    done(Future.all(database.close(), otherNode.close()));
  }

  @Test
  void appliesEachOnceInTheOrderOfTheNumbers() throws Exception {
    assertEquals(2, applied(SECOND, FIRST));
    assertEquals(0, applied(FIRST, SECOND));
    assertEquals(List.of("100 first", "200 second"), history());
    assertEquals(List.of("2"), texts("select count(*)::text from b"));
  }

  @Test
  void recordsWhen() throws Exception {
    applied(FIRST);
    assertEquals(
        NOW,
        done(database.pool().query("select applied_at from schema_migrations").execute())
            .iterator()
            .next()
            .getOffsetDateTime(0)
            .toInstant());
  }

  @Test
  void appliesALowerNumberThatCameLater() throws Exception {
    assertEquals(1, applied(SECOND));
    assertEquals(1, applied(FIRST, SECOND));
  }

  @Test
  void refusesAnAppliedFileThatHasChanged() throws Exception {
    applied(FIRST);
    Migration edited = Migration.of("100_first.sql", "create table a (n bigint);");
    DatabaseFault fault = failed(DatabaseFault.class, on(database, edited, SECOND).apply());
    assertTrue(fault.getMessage().contains("100_first has changed"), fault.getMessage());
    assertEquals(List.of("100 first"), history());
  }

  @Test
  void takesTheSameTextWithOtherLineEnds() throws Exception {
    applied(Migration.of("100_first.sql", "create table a (\n n int);"));
    assertEquals(0, applied(Migration.of("100_first.sql", "create table a (\r\n n int);")));
  }

  @Test
  void refusesADatabaseOfANewerVersion() throws Exception {
    applied(FIRST, SECOND);
    DatabaseFault fault = failed(DatabaseFault.class, on(database, FIRST).apply());
    assertTrue(fault.getMessage().contains("newer version: numbers [200]"), fault.getMessage());
  }

  @Test
  void leavesNothingOfAFileThatFails() throws Exception {
    Migration broken =
        Migration.of("200_broken.sql", "create table b (n int); insert into b values ('x');");
    DatabaseFault fault = failed(DatabaseFault.class, on(database, FIRST, broken).apply());
    assertTrue(fault.getMessage().contains("200_broken failed"), fault.getMessage());
    assertEquals(List.of("100 first"), history());
    assertEquals(1, applied(FIRST, SECOND));
  }

  @Test
  void letsTwoNodesStartTogether() throws Exception {
    Future<Integer> one = on(database, FIRST, SECOND).apply();
    Future<Integer> other = on(otherNode, FIRST, SECOND).apply();
    assertEquals(2, done(one) + done(other));
    assertEquals(List.of("2"), texts("select count(*)::text from b"));
  }

  @Test
  void appliesTheProductsOwn(Vertx vertx) throws Exception {
    assertTrue(done(Migrations.apply(vertx, database, CLOCK)) > 3);
    assertEquals(0, done(Migrations.apply(vertx, otherNode, CLOCK)));
  }

  @Test
  void refusesTwoFilesWithOneNumber() {
    Migration twin = Migration.of("100_twin.sql", "select 1");
    assertThrows(DatabaseFault.class, () -> on(database, FIRST, twin));
  }

  @Test
  void refusesANameWithoutNumber() {
    assertThrows(DatabaseFault.class, () -> Migration.of("first.sql", "select 1"));
  }

  private int applied(Migration... files) throws Exception {
    return done(on(database, files).apply());
  }

  private static Migrations on(Database database, Migration... files) {
    return new Migrations(database, CLOCK, List.of(files));
  }

  private List<String> history() throws Exception {
    return texts("select number || ' ' || name from schema_migrations order by applied_at, number");
  }

  private List<String> texts(String sql) throws Exception {
    return done(database.pool().query(sql).execute()).stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
