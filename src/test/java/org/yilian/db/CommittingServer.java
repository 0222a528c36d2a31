package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;

/**
 * A server of its own process, to be killed by {@link EmbeddedPostgresIT}: prints the postmaster's
 * pid, then each number once its commit is acknowledged, without end.
 */
final class CommittingServer {
  private CommittingServer() {}

  public static void main(String[] args) {
    try {
      commit(Path.of(args[0]));
    } catch (Exception failed) {
      System.out.println("failed: " + failed);
      System.exit(1);
    }
  }

  private static void commit(Path folder) throws Exception {
    Vertx vertx = Vertx.vertx();
    EmbeddedPostgres postgres = Awaits.done(EmbeddedPostgres.start(vertx, folder));
    Database database = Awaits.done(Database.connect(vertx, postgres.options(), 1));
    int next = Awaits.done(create(database).compose(done -> firstFree(database)));
    say(postgres.postmasterPid());
    for (int n = next; ; n++) {
      Awaits.done(insert(database, n));
      say(n);
    }
  }

  private static Future<Void> create(Database database) {
    return database
        .pool()
        .query("create table if not exists kept (n int primary key)")
        .execute()
        .mapEmpty();
  }

  private static Future<Integer> firstFree(Database database) {
    return database
        .pool()
        .query("select coalesce(max(n), 0) + 1 from kept")
        .execute()
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  private static Future<Void> insert(Database database, int n) {
    return database
        .pool()
        .preparedQuery("insert into kept (n) values ($1)")
        .execute(Tuple.of(n))
        .mapEmpty();
  }

  private static void say(long number) {
    System.out.println("> " + number);
  }
}
