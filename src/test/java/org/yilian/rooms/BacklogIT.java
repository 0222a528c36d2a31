package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;
import static org.yilian.rooms.TestRoom.say;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.kernel.Ids;

/** What a member is sent who was away, and how much of it waits for its network at once. */
class BacklogIT extends LaneTests {
  private static final int WIDTH = 5;

  /** More than is read of a lane at once. */
  private static final int MISSED = 3 * LaneReads.PAGE + 100;

  private RoomHub hub;

  @BeforeEach
  void missed() {
    hub = new RoomHub(database, new Loop(vertx), Clock.systemUTC());
    List<Future<Said>> said = new ArrayList<>();
    for (int i = 1; i <= MISSED; i++) {
      said.add(messages.say(partyA, say(room.lane("A"), "m" + i, "第" + i)));
    }
    await(Future.all(said));
  }

  @Test
  void aLongBacklogNeverQueuesMoreThanFits() {
    NarrowPeer peer = enter(partyA, WIDTH);
    assertEquals(all(), await(peer.numbers()));
    assertTrue(peer.most() >= WIDTH, "it was never full");
    assertTrue(peer.most() <= WIDTH + 1, "queued " + peer.most());
  }

  @Test
  void whoTakesAllAtOnceDoesNotBurdenWhoTakesLittle() {
    NarrowPeer narrow = enter(partyA, WIDTH);
    NarrowPeer wide = enter(partyA, MISSED);
    assertEquals(all(), await(narrow.numbers()));
    assertEquals(all(), await(wide.numbers()));
    assertTrue(narrow.most() <= WIDTH + 1, "queued " + narrow.most());
    assertTrue(wide.most() > 2 * WIDTH, "queued " + wide.most());
  }

  @Test
  void whoIsNotOfTheSideGetsNothingOfIt() {
    NarrowPeer peer = new NarrowPeer(vertx.getOrCreateContext(), WIDTH, room.lane("B"));
    enter(partyB, peer, room.lane("A"));
    assertEquals(List.of(), await(peer.numbers()));
    assertTrue(peer.received().stream().noneMatch(frame -> frame.containsKey("body")));
  }

  private NarrowPeer enter(Member member, int width) {
    NarrowPeer peer = new NarrowPeer(vertx.getOrCreateContext(), width, room.lane("A"));
    enter(member, peer, room.lane("A"));
    return peer;
  }

  private void enter(Member member, NarrowPeer peer, String askedFor) {
    SocketTickets.Admission admission =
        new SocketTickets.Admission(room.id, member.id(), Ids.fresh());
    await(hub.enter(admission, peer, new Hello(Map.of(askedFor, 0L), null)));
  }

  private static List<Long> all() {
    return LongStream.rangeClosed(1, MISSED).boxed().toList();
  }
}
