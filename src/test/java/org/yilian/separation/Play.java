package org.yilian.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yilian.client.Line;
import org.yilian.client.SmallRoom;

/** One room of a pair: B goes by the script, and A does what it likes. */
final class Play implements AutoCloseable {
  private static final int STEPS = 3;

  private final SmallRoom room;
  private final List<Line> lines = new ArrayList<>();
  private final ScriptOfB ofB;
  private Confidences ofA;

  /**
   * @param open whether a lawyer is there and the room is open
   * @param script what B does; the same in both of a pair
   */
  Play(SmallRoom.Staff staff, int number, boolean open, Random script) {
    room = new SmallRoom(staff, number);
    lines.add(Line.open(room.mediator(), room.id()));
    if (open) {
      room.prepare();
      lines.add(Line.open(room.lawyer(), room.id()));
      room.open();
    }
    ofB = new ScriptOfB(room, lines.get(0), script, STEPS);
  }

  /** What A does, from now on, before each step of B. */
  void confide(Random secrets, int most) {
    ofA = new Confidences(room, lines.get(0), secrets, most);
  }

  /** What B's sockets brought in some steps. */
  String round() {
    return ofB.play(ofA::some);
  }

  /** What B finds at last. */
  String end() {
    ofA.end();
    return ofB.look();
  }

  int deeds() {
    return ofA.deeds();
  }

  @Override
  public void close() {
    ofB.close();
    if (ofA != null) {
      ofA.close();
    }
    lines.forEach(Line::cut);
  }
}
