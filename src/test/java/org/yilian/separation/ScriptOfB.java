package org.yilian.separation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.yilian.client.Actor;
import org.yilian.client.Line;
import org.yilian.client.SmallRoom;

/** What B and the mediator do in a pair of rooms, the same in both, and all that B is sent. */
final class ScriptOfB implements AutoCloseable {
  private static final List<String> LANES = List.of("B", "NOTICE");
  private static final int KINDS = 7;

  private final Random random;
  private final int steps;
  private final SmallRoom room;
  private final Line mediator;
  private final Actor b;
  private final String lane;
  private final StringBuilder seen = new StringBuilder();
  private final JsonObject cursors = new JsonObject();
  private Line line;
  private int step;
  private int taken;

  ScriptOfB(SmallRoom room, Line mediator, Random random, int steps) {
    this.room = room;
    this.mediator = mediator;
    this.random = random;
    this.steps = steps;
    this.b = room.party("B");
    this.lane = room.lane("B");
    this.line = Line.open(b, room.id());
  }

  /**
   * Plays some steps.
   *
   * @param between what happens before each step, somewhere else
   * @return all that B's sockets brought meanwhile, with ids and times made the same
   */
  String play(Runnable between) {
    seen.setLength(0);
    for (int n = 0; n < steps; n++) {
      step++;
      between.run();
      one(random.nextInt(KINDS));
    }
    take();
    return Sameness.of(seen.toString());
  }

  /** Each step ends when B has been sent what it is to be sent of it. */
  private void one(int kind) {
    String text = "第" + step + "句，" + Integer.toString(random.nextInt(1 << 20), 36);
    switch (kind) {
      case 0 -> tell("NOTICE", text);
      case 1 -> typing();
      case 2 -> takenBack(text);
      case 3 -> comeAgain();
      case 4 -> b.post(room.path("/calls"), JsonObject.of("kind", "CALL_MEDIATOR")).ok();
      case 5 -> line.say(lane, "b-" + step, text);
      default -> tell("B", text);
    }
  }

  private void tell(String to, String text) {
    mediator.say(room.lane(to), "mediator-" + step, text);
    line.awaitText(text);
  }

  private void typing() {
    long before = count("typing");
    mediator.send(JsonObject.of("type", "typing", "lane", lane));
    line.await("typing", frame -> count("typing") > before);
  }

  private long count(String type) {
    return line.frames().stream().filter(frame -> type.equals(frame.getString("type"))).count();
  }

  private void takenBack(String text) {
    long seq = line.say(lane, "b-" + step, text).getLong("seq");
    b.post(room.path("/lanes/" + lane + "/messages/" + seq + "/recall")).ok();
    line.await("recalled", frame -> frame.getLong("seq") == seq);
  }

  private void comeAgain() {
    take();
    line.cut();
    line = Line.open(b, room.id(), cursors.copy());
    taken = 0;
  }

  /** What came until the answer to a question that is asked now. */
  private void take() {
    line.untilNow();
    List<JsonObject> frames = line.frames();
    for (JsonObject frame : frames.subList(taken, frames.size())) {
      seen.append(frame.encode());
      if (LANES.stream().anyMatch(name -> of(frame, name))) {
        cursors.put(frame.getString("lane"), frame.getLong("seq"));
      }
    }
    taken = frames.size();
  }

  private boolean of(JsonObject frame, String name) {
    return room.lane(name).equals(frame.getString("lane")) && isMessage(frame);
  }

  private static boolean isMessage(JsonObject frame) {
    return List.of("message", "ack").contains(frame.getString("type"));
  }

  /** All that B is told who asks for whatever there is, with ids and times made the same. */
  String look() {
    StringBuilder told = new StringBuilder();
    told.append(b.get(room.path("")).expect(200).text())
        .append(b.get("/rooms").text())
        .append(b.get("/disputes/" + room.disputeId()).expect(200).text())
        .append(b.get(room.path("/facts")).text())
        .append(b.get(room.path("/lanes/" + room.lane("A") + "/messages")).expect(404).text());
    LANES.forEach(name -> told.append(history(name)));
    return Sameness.of(told.toString());
  }

  private String history(String name) {
    var items = b.get(room.path("/lanes/" + room.lane(name) + "/messages?limit=500")).items();
    List<Long> numbers =
        items.stream().map(message -> ((JsonObject) message).getLong("seq")).toList();
    assertEquals(IntStream.rangeClosed(1, items.size()).mapToObj(Long::valueOf).toList(), numbers);
    return items.encode();
  }

  @Override
  public void close() {
    line.cut();
  }
}
