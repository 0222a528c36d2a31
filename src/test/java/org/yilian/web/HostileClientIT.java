package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.netty.util.internal.PlatformDependent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.yilian.rooms.Member;

/**
 * A client that means harm, in a room with others: it gets the refusal or the close code of the
 * protocol, they notice nothing, and the log says what happened without what was said.
 */
class HostileClientIT extends SocketTests {
  private static final String CANARY = "canary7f3a";
  private static final ExecutorService CLIENTS = Executors.newCachedThreadPool();

  /** Lies about what it has: too little, too much, of others' lanes, and what is no number. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-9223372036854775808",
        "9223372036854775807",
        "99999999999999999999",
        "1.5",
        "1e9",
        "\"7\"",
        "null",
        "true",
        "[1]",
        "{\"a\":1}"
      })
  void aCursorThatLies(String cursor) throws IOException {
    post(partyA, "A", "m1", "甲的话");
    post(partyB, "B", "m2", "乙的话");
    TestSocket a = scene.connect();
    String after =
        "{\"%s\":%s,\"%s\":0,\"%s\":0,\"nowhere\":%s}"
            .formatted(room.lane("A"), cursor, room.lane("B"), room.lane("STAFF"), cursor);
    a.raw(
        WireFrame.text(
                "{\"type\":\"hello\",\"ticket\":\"%s\",\"tail\":%s,\"after\":%s}"
                    .formatted(scene.ticket(partyA), cursor, after))
            .octets());
    JsonArray lanes = a.next("welcome").getJsonArray("lanes");
    assertEquals(2, lanes.size());
    List<JsonObject> backlog = new ArrayList<>();
    while (backlog.stream().filter(f -> "live".equals(f.getString("type"))).count() < 2) {
      backlog.add(a.next());
    }
    assertTrue(
        backlog.stream().filter(f -> f.containsKey("seq")).allMatch(f -> text(f).equals("甲的话")));
    post(mediator, "A", "m3", "之后的话");
    assertEquals(2, a.next("message").getInteger("seq"));
    assertFalse(backlog.toString().contains(room.lane("B")));
  }

  @Test
  void lanesOfOthersInEveryFrame() throws IOException {
    post(partyB, "B", "m1", "乙的话");
    TestSocket a = scene.enter(partyA);
    TestSocket b = scene.enter(partyB);
    TestSocket m = scene.enter(mediator);
    m.untilNow();
    for (String lane :
        List.of(room.lane("B"), room.lane("STAFF"), room.lane("JOINT"), "", CANARY)) {
      a.send(say("A", "c1", "话").put("lane", lane));
      assertEquals("no-such-lane", a.next("refused").getString("code"), lane);
      a.send(JsonObject.of("type", "typing", "lane", lane));
      a.send(JsonObject.of("type", "seen", "lane", lane, "seq", Long.MAX_VALUE));
    }
    a.send(JsonObject.of("type", "seen", "lane", room.lane("A"), "seq", -5));
    assertEquals(List.of(), a.untilNow());
    assertEquals(List.of(), b.untilNow());
    assertEquals(List.of(), m.untilNow());
  }

  @Test
  void aTicketPlayedAgainAndAgain() throws IOException {
    TestSocket b = scene.enter(partyB);
    TestSocket a = scene.connect();
    String ticket = scene.ticket(partyA);
    a.hello(ticket);
    for (int i = 0; i < 30; i++) {
      TestSocket again = scene.connect();
      again.send(JsonObject.of("type", "hello", "ticket", ticket));
      assertEquals(4401, again.closed().code());
      again.close();
    }
    assertEquals(List.of(), a.untilNow());
    assertEquals(List.of(), b.untilNow());
  }

  /** Sockets that are opened and dropped without a word leave nothing behind. */
  @Test
  void reconnectingInALoop() throws IOException {
    TestSocket b = scene.enter(partyB);
    for (int i = 0; i < 60; i++) {
      TestSocket a = scene.connect();
      a.send(JsonObject.of("type", "hello", "ticket", scene.ticket(partyA)));
      if (i % 2 == 0) {
        a.next("welcome");
      }
      a.close();
    }
    TestSocket last = scene.enter(partyA);
    assertEquals(List.of(), last.untilNow());
    assertEquals(List.of(), b.untilNow());
    last.send(say("A", "c1", "还在"));
    assertEquals("ack", last.next().getString("type"));
  }

  /** Four sockets that send what they can and read nothing; the others are served meanwhile. */
  @Test
  void aFloodIsBoundedAndNeighboursAreServed() throws Exception {
    TestSocket b = scene.enter(partyB);
    TestSocket m = scene.enter(mediator);
    m.untilNow();
    long before = memory();
    AtomicBoolean over = new AtomicBoolean();
    List<TestSocket> sockets = new ArrayList<>();
    List<CompletableFuture<Void>> floods = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sockets.add(scene.enter(partyA));
    }
    for (int i = 0; i < 4; i++) {
      TestSocket socket = sockets.get(i);
      byte[] octets = flood(i).octets();
      floods.add(CompletableFuture.runAsync(() -> flood(socket, octets, over), CLIENTS));
    }
    for (int i = 0; i < 40; i++) {
      b.send(say("B", "c" + i, "照常"));
      assertEquals("ack", b.next().getString("type"));
      assertEquals("照常", text(m.next("message")));
    }
    long grown = memory() - before;
    over.set(true);
    for (TestSocket socket : sockets) {
      scene.leave(socket);
    }
    floods.forEach(CompletableFuture::join);
    assertTrue(grown < 64L << 20, "memory grew by " + grown);
    assertEquals(List.of(), b.untilNow());
  }

  private WireFrame flood(int kind) {
    return switch (kind) {
      case 0 -> WireFrame.text(WireCase.ping(64 * 1024));
      case 1 -> WireFrame.of(TestSocket.PING, "p".repeat(125));
      case 2 -> WireFrame.text("{\"type\":\"typing\",\"lane\":\"" + room.lane("A") + "\"}");
      default -> WireFrame.text("x".repeat(60_000)).open().announcing(60_000);
    };
  }

  private static void flood(TestSocket socket, byte[] octets, AtomicBoolean over) {
    try {
      while (!over.get()) {
        socket.raw(octets);
      }
    } catch (IOException ended) {
      // By the server, or by the test: the flood is over.
    }
  }

  private static long memory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() + PlatformDependent.usedDirectMemory();
  }

  @Test
  void theLogSaysWhatHappenedAndNotWhatWasSaid() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Level usual = root.getLevel();
    root.setLevel(Level.DEBUG);
    root.addAppender(log);
    try {
      misbehave();
      scene.sockets.report();
    } finally {
      root.detachAppender(log);
      root.setLevel(usual);
    }
    List<String> lines = List.copyOf(log.list).stream().map(HostileClientIT::line).toList();
    assertEquals(List.of(), lines.stream().filter(line -> line.contains(CANARY)).toList());
    assertTrue(lines.stream().anyMatch(line -> line.contains("4400:not-json=")), lines::toString);
    assertTrue(lines.stream().anyMatch(line -> line.contains("4401:bad-ticket=")));
  }

  private static String line(ILoggingEvent event) {
    String trace =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    return event.getFormattedMessage() + trace;
  }

  private void misbehave() throws IOException {
    TestSocket a = scene.enter(partyA);
    a.send(say("A", "c1", CANARY));
    a.send(say("A", CANARY + " ", CANARY).put("lane", CANARY));
    a.send(JsonObject.of("type", CANARY, "clientId", CANARY));
    a.send(say("A", "c2", CANARY).put("body", JsonObject.of("kind", CANARY, CANARY, CANARY)));
    a.send(say("A", "c3", CANARY).put("body", CANARY));
    a.send(JsonObject.of("type", "seen", "lane", CANARY, "seq", CANARY));
    a.untilNow();
    byte[] cut = {'"', (byte) 0xc3};
    misbehave(partyA, WireFrame.text("{" + CANARY));
    misbehave(partyA, WireFrame.of(TestSocket.BINARY, CANARY));
    misbehave(partyA, WireFrame.of(TestSocket.TEXT, cut));
    misbehave(partyA, WireFrame.text(CANARY).reserved(1));
    misbehave(partyA, WireFrame.close(1005, CANARY));
    TestSocket stranger = scene.connect("Origin: https://yilian.example", "X: " + CANARY);
    stranger.send(JsonObject.of("type", "hello", "ticket", CANARY));
    stranger.closed();
    scene.connect("Origin: https://" + CANARY + ".example");
    byte[] noise = new byte[4096];
    new Random(7).nextBytes(noise);
    TestSocket random = scene.enter(partyA);
    random.raw(noise);
    random.closed();
  }

  private void misbehave(Member member, WireFrame frame) throws IOException {
    TestSocket socket = scene.enter(member);
    socket.raw(frame.octets());
    socket.closed();
    scene.leave(socket);
  }
}
