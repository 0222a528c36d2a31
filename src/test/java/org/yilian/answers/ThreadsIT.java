package org.yilian.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.db.Database;
import org.yilian.db.TestDatabase;
import org.yilian.identity.Keys;
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** How long questions are kept. */
class ThreadsIT {
  private static final Instant START = Instant.parse("2026-09-01T02:00:00Z");

  private final Vault vault = new Vault(new Keys("k1", new byte[32], new byte[32], new byte[32]));
  private Vertx vertx;
  private Database database;

  @BeforeEach
  void open() throws Exception {
    vertx = Vertx.vertx();
    database = wait(TestDatabase.fresh(vertx));
  }

  @AfterEach
  void close() throws Exception {
    wait(database.close());
    wait(vertx.close());
  }

  @Test
  void whatNobodyWentOnWithIsForgottenAfterThirtyDays() throws Exception {
    String left = asked(after(0));
    String wentOn = asked(after(1));
    String waiting = asked(after(0));
    HandOvers handOvers = new HandOvers(database, vault, clock(0));
    wait(handOvers.ask(waiting, Form.of(new JsonObject())));
    assertEquals(0, wait(after(30).forget()));
    Threads later = new Threads(database, vault, Clock.offset(clock(30), Duration.ofSeconds(1)));
    assertEquals(1, wait(later.forget()));
    assertThrows(Refusal.class, () -> wait(later.read(left)));
    assertEquals(1, wait(later.read(wentOn)).getJsonArray("turns").size());
    assertEquals(1, wait(later.read(waiting)).getJsonArray("turns").size());
  }

  private static Clock clock(int days) {
    return Clock.fixed(START.plus(days, ChronoUnit.DAYS), ZoneOffset.UTC);
  }

  private Threads after(int days) {
    return new Threads(database, vault, clock(days));
  }

  /** The token of a new thread with one question in it. */
  private String asked(Threads threads) throws Exception {
    Threads.Thread thread = wait(threads.open(null));
    Answer answer = Answer.plain(Answer.Kind.DECLINED, "答");
    wait(threads.keep(thread, "问", answer, "AI", Optional.empty(), List.of()));
    return thread.token();
  }

  private static <T> T wait(Future<T> future) throws Exception {
    return future.await(30, TimeUnit.SECONDS);
  }
}
