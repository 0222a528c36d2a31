package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yilian.rooms.Member;
import org.yilian.rooms.RoomStatus;
import org.yilian.rooms.TestRoom;

/**
 * The server against RFC 6455, over plain TCP connections. Each case sends its octets after a good
 * hello and gets the answer or the close code that the protocol names; then the connection ends,
 * and another socket of the same room has noticed nothing.
 */
class ConformanceIT {
  private static final int AT_A_TIME = 64;
  private static final int BOUND_SECONDS = 20;
  private static final long ENDED_MILLIS = 5_000;

  /** After these the server still knows where a frame begins, and waits for the client's close. */
  private static final Set<String> ANSWERED =
      Set.of("close 1003", "close 1007", "close 1009", "close 4400");

  private static final AtomicInteger PASSED = new AtomicInteger();
  private static final AtomicInteger FAILED = new AtomicInteger();
  private static final BlockingQueue<Place> PLACES = new LinkedBlockingQueue<>();
  private static final ExecutorService CLIENTS = Executors.newFixedThreadPool(AT_A_TIME);
  private static SocketScene scene;

  /** A member of some room, and another socket of that member which must notice nothing. */
  private record Place(Member member, TestSocket neighbour) {}

  @BeforeAll
  static void start() throws IOException {
    Duration unhurried = Duration.ofMinutes(10);
    scene = new SocketScene(new SocketLimits(50, 200, unhurried, unhurried, 32, 4096, 1024 * 1024));
    for (int i = 0; i < AT_A_TIME; i++) {
      Member member = TestRoom.create(scene.database, "NEIGHBOUR", RoomStatus.CREATED).party("A");
      PLACES.add(new Place(member, scene.enter(member)));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    System.out.printf("conformance: %d passed, %d failed%n", PASSED.get(), FAILED.get());
    CLIENTS.shutdownNow();
    scene.closeSockets();
    scene.stop();
  }

  @TestFactory
  List<DynamicTest> lengthsBitsOpcodesControlFramesAndFragments() {
    return tests(FramingCases.all());
  }

  @TestFactory
  List<DynamicTest> closing() {
    return tests(CloseCases.all());
  }

  @TestFactory
  List<DynamicTest> utf8() {
    return tests(Utf8Cases.all());
  }

  /** All are begun at once; each test waits for its own. */
  private static List<DynamicTest> tests(Stream<WireCase> cases) {
    List<DynamicTest> tests = new ArrayList<>();
    for (WireCase wire : cases.toList()) {
      Future<?> run = CLIENTS.submit(() -> counted(wire));
      tests.add(dynamicTest(wire.name(), () -> run.get(BOUND_SECONDS * 6L, TimeUnit.SECONDS)));
    }
    return tests;
  }

  private static Void counted(WireCase wire) throws Exception {
    FAILED.incrementAndGet();
    Place place = PLACES.take();
    try {
      run(wire, place);
    } finally {
      PLACES.add(place);
    }
    FAILED.decrementAndGet();
    PASSED.incrementAndGet();
    return null;
  }

  private static void run(WireCase wire, Place place) throws IOException {
    try (TestSocket socket = new TestSocket(scene.port(), "/api/v1/ws/v1")) {
      socket.hello(scene.ticket(place.member()));
      write(socket, wire);
      List<String> answers = new ArrayList<>();
      while (answers.size() < wire.answers().size()) {
        answers.add(answer(socket));
      }
      assertEquals(wire.answers(), answers);
      end(socket, wire);
    }
    assertEquals(List.of(), place.neighbour().untilNow());
  }

  /** The server may have seen enough before everything is written. */
  private static void write(TestSocket socket, WireCase wire) throws IOException {
    try {
      for (byte[] octets : wire.writes()) {
        socket.raw(octets);
      }
    } catch (SocketException closedMeanwhile) {
      assertTrue(wire.answers().stream().anyMatch(answer -> answer.startsWith("close")));
    }
  }

  private static String answer(TestSocket socket) throws IOException {
    TestSocket.Frame frame = socket.read();
    return switch (frame.opcode()) {
      case TestSocket.CLOSE -> "close " + frame.closed().code();
      case TestSocket.PONG -> "PONG " + new String(frame.payload(), StandardCharsets.ISO_8859_1);
      default -> frame.json().getString("type");
    };
  }

  /** Whoever began it, the connection ends soon after the last close frame. */
  private static void end(TestSocket socket, WireCase wire) throws IOException {
    String last = wire.answers().get(wire.answers().size() - 1);
    if (!last.startsWith("close")) {
      socket.raw(WireFrame.close(1000, "").octets());
      assertEquals("close 1000", answer(socket));
    } else if (wire.name().endsWith("frame unfinished")) {
      socket.hangUp();
    } else if (ANSWERED.contains(last)) {
      socket.raw(WireFrame.close(1000, "").octets());
    }
    long start = System.nanoTime();
    socket.awaitEnd();
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis < ENDED_MILLIS, "the connection ended only after " + millis + " ms");
  }
}
