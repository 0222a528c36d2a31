package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yilian.kernel.Refusal;

class ProblemsTest {
  static Stream<Throwable> outages() {
    return Stream.of(
        new ConnectException("refused"),
        new TimeoutException(),
        ClosedConnectionException.INSTANCE,
        new VertxException("Timeout waiting for connection"),
        postgres("57P01"),
        postgres("53100"),
        postgres("55P03"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void tellsADatabaseThatIsAwayToTryAgain(Throwable outage) {
    assertEquals(503, Problems.reply(outage, "GET /x").status());
  }

  @Test
  void tellsABugWithoutItsWords() {
    Reply reply = Problems.reply(postgres("42P01"), "GET /x");
    assertEquals(500, reply.status());
    assertFalse(reply.body().toString().contains("secret"));
  }

  @Test
  void tellsARefusalAsItIs() {
    assertEquals(409, Problems.reply(Refusal.conflict("wrong-state", "不行"), "GET /x").status());
  }

  private static PgException postgres(String sqlState) {
    return new PgException("secret", "ERROR", sqlState, null);
  }
}
