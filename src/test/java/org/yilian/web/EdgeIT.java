package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yilian.Transports;

/** The clocks of a connection and the limits of an address, on a server that answers everything. */
class EdgeIT {
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int MANY = 1_000_000;
  private static final String GET = "GET /api/v1/x HTTP/1.1\r\nHost: x\r\n";

  private final Vertx vertx = Transports.vertx();
  private final List<RawConnection> opened = new ArrayList<>();
  private HttpServer server;

  private void serve(EdgeLimits limits) {
    HttpServerOptions options = RoomSockets.options(new HttpServerOptions());
    server = vertx.createHttpServer(options).requestHandler(EdgeIT::answer);
    new Edge(vertx, limits).guard(server);
    await(server.listen(0, "127.0.0.1"));
  }

  private static void answer(HttpServerRequest request) {
    request.body().onSuccess(body -> request.response().end("" + body.length()));
  }

  private RawConnection connect() throws IOException {
    RawConnection connection = new RawConnection(server.actualPort());
    opened.add(connection);
    return connection;
  }

  @AfterEach
  void stop() throws IOException {
    for (RawConnection connection : opened) {
      connection.close();
    }
    await(vertx.close());
  }

  private static EdgeLimits clocks(Duration first, Duration exchange, Duration body) {
    return new EdgeLimits(first, exchange, body, 16 * 1024, MANY, MANY, MANY, true, Set.of());
  }

  private static EdgeLimits address(int strangers, int burst, boolean loopback, String... proxies) {
    return new EdgeLimits(LONG, LONG, LONG, MANY, strangers, 1, burst, loopback, Set.of(proxies));
  }

  @Test
  void aConnectionThatSaysNothing() throws IOException {
    serve(clocks(SHORT, LONG, LONG));
    assertEndsInTime(connect().awaitEnd());
  }

  @Test
  void aHeaderThatTrickles() throws IOException {
    serve(clocks(SHORT, LONG, LONG));
    RawConnection slow = connect();
    slow.send(GET);
    assertEndsInTime(slow.trickle('x', 20));
    RawConnection lines = connect();
    assertEndsInTime(lines.trickle('\n', 20));
  }

  @Test
  void theNextHeaderThatTrickles() throws IOException {
    serve(clocks(LONG, SHORT.multipliedBy(4), LONG));
    RawConnection slow = connect();
    slow.send(GET + "\r\n");
    assertEquals(200, slow.head().status());
    slow.send(GET);
    assertEndsInTime(slow.trickle('x', 20));
  }

  @Test
  void aBodyThatTrickles() throws IOException {
    serve(clocks(LONG, LONG, SHORT));
    RawConnection slow = connect();
    slow.send("POST /api/v1/x HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n");
    assertEndsInTime(slow.trickle('x', 20));
    RawConnection chunked = connect();
    chunked.send(
        "POST /api/v1/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n");
    assertEndsInTime(chunked.trickle('x', 20));
  }

  /** More than twice the grace passes before the last octet, but at a pace that is good enough. */
  @Test
  void aBodyThatTakesItsTimeButComes() throws IOException {
    serve(clocks(LONG, LONG, SHORT));
    RawConnection steady = connect();
    int length = 256 * 1024;
    steady.send("POST /api/v1/x HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n");
    long start = System.nanoTime();
    String piece = "x".repeat(length / 16);
    for (int i = 0; i < 16; i++) {
      steady.send(piece);
      while (System.nanoTime() - start < (i + 1) * 60_000_000L) {
        Thread.onSpinWait();
      }
    }
    assertEquals(200, steady.head().status());
  }

  @Test
  void strangersOfOneAddress() throws IOException {
    serve(address(3, MANY, true));
    RawConnection first = connect();
    connect();
    connect();
    assertTrue(connect().awaitEnd() < 5_000);
    first.send(GET + "\r\n");
    assertEquals(200, first.head().status());
    RawConnection next = connect();
    next.send(GET + "\r\n");
    assertEquals(200, next.head().status());
  }

  @Test
  void attemptsOfOneAddress() throws IOException {
    serve(address(MANY, 5, true));
    for (int i = 0; i < 5; i++) {
      assertEquals(200, ask(""));
    }
    RawConnection tooMany = connect();
    tooMany.send(GET + "\r\n");
    RawConnection.Head head = tooMany.head();
    assertEquals(429, head.status());
    assertEquals("1", head.headers().get("retry-after"));
    assertEquals("application/problem+json", head.headers().get("content-type"));
    assertEquals(429, ask("Upgrade: websocket\r\n"));
    assertEquals(200, ask("Authorization: Bearer x\r\n"));
  }

  @Test
  void thisMachineItselfIsExempt() throws IOException {
    serve(address(1, 1, false));
    connect();
    for (int i = 0; i < 5; i++) {
      assertEquals(200, ask(""));
    }
  }

  @Test
  void aProxyIsBelievedAndNobodyElse() throws IOException {
    serve(address(MANY, 1, true, "127.0.0.1"));
    assertEquals(200, ask("X-Forwarded-For: 203.0.113.7\r\n"));
    assertEquals(429, ask("X-Forwarded-For: 203.0.113.7\r\n"));
    assertEquals(429, ask("X-Forwarded-For: 198.51.100.1, 203.0.113.7\r\n"));
    assertEquals(429, ask("X-Forwarded-For: 203.0.113.7, 127.0.0.1\r\n"));
    assertEquals(200, ask("X-Forwarded-For: 203.0.113.8\r\n"));
    assertEquals(200, ask("X-Forwarded-For: 2001:db8::1\r\n"));
    assertEquals(429, ask("X-Forwarded-For: 2001:db8::2\r\n"));
    assertEquals(200, ask("X-Forwarded-For: 2001:db8:0:1::1\r\n"));
  }

  @Test
  void whatAStrangerSaysOfItselfIsNotBelieved() throws IOException {
    serve(address(MANY, 1, true));
    assertEquals(200, ask("X-Forwarded-For: 203.0.113.7\r\n"));
    assertEquals(429, ask("X-Forwarded-For: 203.0.113.8\r\n"));
  }

  private int ask(String header) throws IOException {
    RawConnection connection = connect();
    connection.send(GET + header + "\r\n");
    return connection.head().status();
  }

  /** Not before its time, and not long after it. */
  private static void assertEndsInTime(long millis) {
    assertTrue(millis > SHORT.toMillis() / 2, "ended after " + millis + " ms");
    assertTrue(millis < 10_000, "ended after " + millis + " ms");
  }
}
