package org.yilian.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class DatabaseIT {
  private Database database;

  @BeforeEach
  void connect(Vertx vertx) throws Exception {
    database = done(TestDatabase.fresh(vertx));
    done(
        database.withConnection(
            client ->
                run(
                    client,
                    "create table words (word text primary key constraint words_short check (length(word) < 9))")));
  }

  @AfterEach
  void close() throws Exception {
    done(database.close());
  }

  @Test
  void commits() throws Exception {
    done(database.inTransaction(client -> run(client, "insert into words values ('愿意')")));
    assertEquals(List.of("愿意"), words());
  }

  static <T> T done(Future<T> future) throws Exception {
    return future.await(30, TimeUnit.SECONDS);
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
