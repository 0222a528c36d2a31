package org.yilian.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.yilian.client.Actor;
import org.yilian.client.SmallRoom;

/** Many rooms of a running server, each with a mediator and two parties. */
final class Rooms {
  private static final int AT_ONCE = 8;
  private static final int DEVICES = 4;
  private static final int PER_ROOM = 3 * DEVICES;

  private Rooms() {}

  static List<SmallRoom> make(int port, int count) {
    SmallRoom.Staff staff = SmallRoom.Staff.of(port);
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<SmallRoom>> rooms = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        rooms.add(CompletableFuture.supplyAsync(() -> new SmallRoom(staff, number), workers));
      }
      return rooms.stream().map(CompletableFuture::join).toList();
    } finally {
      workers.shutdown();
    }
  }

  /** So many sockets in as few rooms as can be: three people, each with four devices. */
  static List<Visitor> visitors(Net net, int sockets) {
    List<Visitor> visitors = new ArrayList<>();
    for (SmallRoom room : make(net.port(), (sockets + PER_ROOM - 1) / PER_ROOM)) {
      for (Actor actor : List.of(room.party("A"), room.party("B"), room.mediator())) {
        for (int device = 0; device < DEVICES; device++) {
          visitors.add(new Visitor(net, actor, room));
        }
      }
    }
    return visitors.subList(0, sockets);
  }
}
