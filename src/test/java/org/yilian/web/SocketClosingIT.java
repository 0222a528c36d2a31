package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yilian.rooms.MemberRole;
import org.yilian.rooms.RoomStatus;
import org.yilian.rooms.TestRoom;

/** Whom the server does not let in, and what ends a socket; the others notice nothing of it. */
class SocketClosingIT extends SocketTests {
  @Test
  void aBinaryFrame() throws IOException {
    assertCloses(1003, a -> a.send(TestSocket.BINARY, true, new byte[] {1, 2, 3}));
  }

  @Test
  void whatIsNoUtf8() throws IOException {
    byte[] overlong = {'"', (byte) 0xc0, (byte) 0xaf, '"'};
    assertCloses(1007, a -> a.send(TestSocket.TEXT, true, overlong));
    byte[] surrogate = {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};
    assertCloses(1007, a -> a.send(TestSocket.TEXT, true, surrogate));
    byte[] cut = "\"漏\"".getBytes(StandardCharsets.UTF_8);
    assertCloses(1007, a -> a.send(TestSocket.TEXT, true, Arrays.copyOf(cut, 3)));
  }

  @Test
  void moreThan64KiB() throws IOException {
    assertCloses(1009, a -> a.send(TestSocket.TEXT, true, spaces(64 * 1024 + 1)));
    assertCloses(1009, a -> a.send(TestSocket.TEXT, true, spaces(1024 * 1024)));
    assertCloses(
        1009,
        a -> {
          a.send(TestSocket.TEXT, false, spaces(40_000));
          a.send(TestSocket.CONTINUATION, true, spaces(40_000));
        });
  }

  @Test
  void exactly64KiBIsRead() throws IOException {
    TestSocket a = scene.enter(partyA);
    byte[] frame = spaces(64 * 1024);
    byte[] ping = "{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(ping, 0, frame, 0, ping.length);
    a.send(TestSocket.TEXT, true, frame);
    assertEquals("pong", a.next().getString("type"));
  }

  @Test
  void aCharacterCutBetweenTwoFramesIsWhole() throws IOException {
    TestSocket a = scene.enter(partyA);
    byte[] frame = say("c1", "漏水").encode().getBytes(StandardCharsets.UTF_8);
    int cut = new String(frame, StandardCharsets.ISO_8859_1).indexOf('\u00e6') + 1;
    a.send(TestSocket.TEXT, false, Arrays.copyOf(frame, cut));
    a.send(TestSocket.CONTINUATION, true, Arrays.copyOfRange(frame, cut, frame.length));
    assertEquals("ack", a.next().getString("type"));
  }

  @Test
  void whatIsNoJsonObject() throws IOException {
    for (String text : List.of("hello", "", "[]", "42", "{\"type\":\"ping\"", "{} {}")) {
      assertCloses(4400, a -> a.send(TestSocket.TEXT, true, text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void aTicketIsGoodOnceAndForHalfAMinute() throws IOException {
    assertEquals(4401, hello("made-up").closed().code());
    String ticket = scene.ticket(partyA);
    hello(ticket).next("welcome");
    assertEquals(4401, hello(ticket).closed().code());
    String late = scene.ticket(partyA);
    scene.clock.pass(Duration.ofSeconds(31));
    assertEquals(4401, hello(late).closed().code());
    String departed = scene.ticket(partyA);
    room.end(partyA);
    assertEquals(4401, hello(departed).closed().code());
  }

  @Test
  void noHelloInTime() throws IOException {
    assertEquals(4408, scene.connect().closed().code());
  }

  @Test
  void anythingBeforeHello() throws IOException {
    TestSocket early = scene.connect();
    early.send(say("c1", "太早"));
    assertEquals(4401, early.closed().code());
  }

  @Test
  void theFifthSocketClosesTheOldest() throws IOException {
    TestSocket m = scene.enter(mediator);
    TestSocket oldest = scene.enter(partyA);
    List<TestSocket> younger = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      younger.add(scene.enter(partyA));
    }
    m.untilNow();
    TestSocket fifth = scene.enter(partyA, JsonObject.of());
    fifth.next("welcome");
    assertEquals(4409, oldest.closed().code());
    for (TestSocket socket : younger) {
      assertEquals(List.of(), socket.untilNow());
    }
    assertEquals(List.of(), m.untilNow());
  }

  @Test
  void moreThanTwoHundredFaultyFrames() throws IOException {
    TestSocket m = scene.enter(mediator);
    assertCloses(
        4429,
        a -> {
          for (int i = 0; i < 201; i++) {
            a.send(JsonObject.of("type", "nonsense"));
          }
        });
    assertTrue(m.untilNow().stream().allMatch(frame -> "presence".equals(frame.getString("type"))));
  }

  @Test
  void aMemberWhoSendsTooFastIsReadLaterAndNothingIsRefused() throws IOException {
    TestSocket a = scene.enter(partyA);
    long start = System.nanoTime();
    for (int i = 0; i < 250; i++) {
      a.send(JsonObject.of("type", "ping"));
    }
    for (int i = 0; i < 250; i++) {
      assertEquals("pong", a.next().getString("type"));
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis > 800, "250 frames were read within " + millis + " ms");
  }

  @Test
  void aReaderWhoIsTooSlowIsClosedAndTheOthersGetEverything() throws IOException {
    TestSocket slow = scene.enter(partyA);
    TestSocket m = scene.enter(mediator);
    String text = "慢".repeat(5_000);
    int count = 1_500;
    List<Future<?>> said = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonObject body = JsonObject.of("kind", "text", "text", text);
      said.add(scene.messages.post(room.lane("A"), partyA.id(), "s" + i, body, null));
      if (i % 50 == 49) {
        await(Future.all(said));
        said.clear();
        for (int n = i - 48; n <= i + 1; n++) {
          assertEquals(n, m.next("message").getInteger("seq"));
        }
      }
    }
    assertEquals(1013, slow.closed().code());
  }

  @Test
  void aServerThatStopsAsksEverybodyToComeBack() throws IOException {
    SocketScene other = new SocketScene(SocketLimits.DEFAULT);
    TestRoom there = TestRoom.create(other.database, "NEIGHBOUR", RoomStatus.CREATED);
    List<TestSocket> open = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      open.add(other.enter(there.staff(MemberRole.MEDIATOR)));
    }
    other.sockets.stop();
    assertEquals(503, other.connect().status());
    Set<String> hints = new HashSet<>();
    for (TestSocket socket : open) {
      TestSocket.Closed closed = socket.closed();
      assertEquals(1012, closed.code());
      assertTrue(closed.reason().matches("retryMs=\\d{3,4}"), closed.reason());
      hints.add(closed.reason());
    }
    assertTrue(hints.size() > 1, "everybody would come back at once: " + hints);
    assertEquals(503, other.connect().status());
    other.stop();
  }

  private interface Misdeed {
    void by(TestSocket socket) throws IOException;
  }

  /** The socket that does it is closed; what the same member says by another one still arrives. */
  private void assertCloses(int code, Misdeed misdeed) throws IOException {
    TestSocket other = scene.enter(partyA);
    TestSocket a = scene.enter(partyA);
    misdeed.by(a);
    assertEquals(code, a.closed().code());
    scene.leave(a);
    assertEquals(List.of(), other.untilNow());
    scene.leave(other);
  }

  private TestSocket hello(String ticket) throws IOException {
    TestSocket socket = scene.connect();
    socket.send(JsonObject.of("type", "hello", "ticket", ticket));
    return socket;
  }

  private JsonObject say(String clientId, String text) {
    return JsonObject.of("type", "say", "lane", room.lane("A"), "clientId", clientId)
        .put("body", JsonObject.of("kind", "text", "text", text));
  }

  private static byte[] spaces(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) ' ');
    return bytes;
  }
}
