package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yilian.rooms.Member;
import org.yilian.rooms.MemberRole;
import org.yilian.rooms.RoomStatus;
import org.yilian.rooms.TestRoom;

/** How long a socket may be silent, how much of it is read, and how many may stand at the door. */
class SocketLimitsIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int MANY = 10_000;

  private SocketScene scene;
  private TestRoom room;
  private Member partyA;

  private void serve(SocketLimits limits, EdgeLimits edge) {
    scene = new SocketScene(limits, edge);
    room = TestRoom.create(scene.database, "NEIGHBOUR", RoomStatus.CREATED);
    partyA = room.party("A");
  }

  private static SocketLimits limits(int perSecond, Duration probe, int unanswered) {
    return new SocketLimits(perSecond, perSecond, LONG, probe, unanswered, MANY, 1 << 20);
  }

  @AfterEach
  void stop() throws IOException {
    scene.closeSockets();
    scene.stop();
  }

  @Test
  void aSilentPeerIsClosedAndOneThatAnswersIsNot() throws IOException {
    serve(limits(MANY, Duration.ofSeconds(2), MANY), EdgeLimits.DEFAULT);
    Member mediator = room.staff(MemberRole.MEDIATOR);
    TestSocket silent = scene.connect();
    silent.send(JsonObject.of("type", "hello", "ticket", scene.ticket(partyA)));
    TestSocket alive = scene.connect();
    alive.hello(scene.ticket(partyA));
    CompletableFuture<TestSocket.Closed> closed =
        CompletableFuture.supplyAsync(() -> closed(silent));
    JsonObject body = JsonObject.of("kind", "text", "text", "还在吗");
    closed.thenRun(() -> scene.messages.post(room.lane("A"), mediator.id(), "m1", body, null));
    assertEquals(1, alive.next("message").getInteger("seq"));
    assertEquals(new TestSocket.Closed(1013, "silent"), closed.join());
  }

  /** What waits for one reader is bounded also while it catches up, and nothing of it is lost. */
  @Test
  void aLongBacklogComesWholeThroughANarrowQueue() throws IOException {
    SocketLimits narrow = new SocketLimits(MANY, MANY, LONG, LONG, MANY, 7, 1 << 20);
    serve(narrow, EdgeLimits.DEFAULT);
    for (int i = 1; i <= 100; i++) {
      JsonObject body = JsonObject.of("kind", "text", "text", "第" + i);
      await(scene.messages.post(room.lane("A"), partyA.id(), "m" + i, body, null));
    }
    TestSocket back = scene.connect();
    JsonObject hello = JsonObject.of("type", "hello", "ticket", scene.ticket(partyA));
    back.send(hello.put("after", JsonObject.of(room.lane("A"), 0)));
    for (int i = 1; i <= 100; i++) {
      assertEquals(i, back.next("message").getInteger("seq"));
    }
  }

  private static TestSocket.Closed closed(TestSocket socket) {
    try {
      return socket.closed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** While the lane is held nothing is answered, and soon nothing more is read. */
  @Test
  void whoeverWaitsForTooManyAnswersIsReadLater() throws IOException {
    serve(limits(MANY, LONG, 4), EdgeLimits.DEFAULT);
    TestSocket a = scene.enter(partyA);
    Promise<Void> held = Promise.promise();
    Promise<Void> free = Promise.promise();
    scene
        .database
        .inTransaction(
            client ->
                client
                    .preparedQuery("select id from lanes where id = $1 for update")
                    .execute(Tuple.of(room.lane("A")))
                    .onSuccess(rows -> held.complete())
                    .compose(rows -> free.future()))
        .onFailure(held::tryFail);
    await(held.future());
    for (int i = 0; i < 20; i++) {
      a.send(say("c" + i));
    }
    a.send(JsonObject.of("type", "ping"));
    List<String> answers = new ArrayList<>();
    answers.add(a.next().getString("clientId"));
    free.complete();
    for (JsonObject f = a.next(); !"pong".equals(f.getString("type")); f = a.next()) {
      answers.add(f.getString("clientId"));
    }
    assertTrue(answers.size() >= 16, "the ping was read when only these had answers: " + answers);
    while (answers.size() < 20) {
      answers.add(a.next().getString("clientId"));
    }
    assertEquals("c19", answers.get(19));
  }

  private JsonObject say(String clientId) {
    return JsonObject.of("type", "say", "lane", room.lane("A"), "clientId", clientId)
        .put("body", JsonObject.of("kind", "text", "text", "话"));
  }

  /** What a member sends above its rate stays in the network: at last its writes block. */
  @Test
  void pausingStopsReadingInDeed() throws IOException {
    serve(limits(1, LONG, MANY), EdgeLimits.DEFAULT);
    try (SocketChannel flood = SocketChannel.open();
        Selector selector = Selector.open()) {
      flood.connect(new InetSocketAddress("127.0.0.1", scene.port()));
      flood.write(ByteBuffer.wrap(HandshakeIT.request("GET", "HTTP/1.1", "X", "x").getBytes()));
      readUntil(flood, "\r\n\r\n");
      JsonObject hello = JsonObject.of("type", "hello", "ticket", scene.ticket(partyA));
      flood.write(ByteBuffer.wrap(WireFrame.text(hello.encode()).octets()));
      readUntil(flood, "\"live\"");
      long taken = writeUntilBlocked(flood, selector);
      assertTrue(taken < 32L << 20, taken + " octets were taken from a paused socket");
    }
  }

  private static void readUntil(SocketChannel channel, String end) throws IOException {
    StringBuilder seen = new StringBuilder();
    ByteBuffer buffer = ByteBuffer.allocate(4096);
    while (seen.indexOf(end) < 0) {
      assertTrue(channel.read(buffer.clear()) > 0, seen::toString);
      seen.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
    }
  }

  /** Octets until the network takes none for a second, or far too many were taken. */
  private static long writeUntilBlocked(SocketChannel channel, Selector selector)
      throws IOException {
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_WRITE);
    byte[] frame = WireFrame.text(WireCase.ping(60_000)).octets();
    ByteBuffer buffer = ByteBuffer.wrap(frame);
    long taken = 0;
    while (taken < 64L << 20 && selector.select(3_000) > 0) {
      selector.selectedKeys().clear();
      taken += channel.write(buffer);
      if (!buffer.hasRemaining()) {
        buffer.rewind();
      }
    }
    return taken;
  }

  @Test
  void socketsWithoutAHelloCountUntilTheySayIt() throws IOException {
    EdgeLimits edge = new EdgeLimits(LONG, LONG, LONG, MANY, 2, MANY, MANY, true, Set.of());
    serve(SocketLimits.DEFAULT, edge);
    TestSocket first = scene.connect();
    assertEquals(101, first.status());
    assertEquals(101, scene.connect().status());
    try (RawConnection third = new RawConnection(scene.port())) {
      assertTrue(third.awaitEnd() < 5_000);
    }
    first.hello(scene.ticket(partyA));
    assertEquals(101, scene.connect().status());
  }

  /** The clocks of HTTP end with HTTP. */
  @Test
  void aSocketOutlivesTheClocksOfItsRequest() throws IOException {
    Duration brief = Duration.ofSeconds(2);
    EdgeLimits edge = new EdgeLimits(brief, brief, brief, MANY, MANY, MANY, MANY, true, Set.of());
    serve(limits(MANY, LONG, MANY), edge);
    TestSocket a = scene.enter(partyA);
    try (RawConnection younger = new RawConnection(scene.port())) {
      younger.awaitEnd();
    }
    assertEquals(List.of(), a.untilNow());
  }
}
