package org.yilian.separation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yilian.client.Actor;
import org.yilian.client.Line;
import org.yilian.client.SmallRoom;

/** What A does with staff in its own lane while B goes by the script: other things in each room. */
final class Confidences implements AutoCloseable {
  private static final String WORDS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
  private static final int LONGEST = 120;
  private static final int KINDS = 12;

  private final Random random;
  private final int most;
  private final SmallRoom room;
  private final Line mediator;
  private final Actor a;
  private final String lane;
  private final List<String> unanswered = new ArrayList<>();
  private Line line;
  private long last;
  private int deeds;

  /**
   * @param most deeds between two steps of the script; with 0 A says nothing and is not there
   */
  Confidences(SmallRoom room, Line mediator, Random random, int most) {
    this.room = room;
    this.mediator = mediator;
    this.random = random;
    this.most = most;
    this.a = room.party("A");
    this.lane = room.lane("A");
  }

  /** Some of them, none awaited that need not be: what they say travels with what B says. */
  void some() {
    for (int n = most == 0 ? 0 : random.nextInt(most + 1); n > 0; n--) {
      deeds++;
      one();
    }
  }

  private void one() {
    if (line == null) {
      line = Line.open(a, room.id());
    }
    switch (random.nextInt(KINDS)) {
      case 0 -> line.send(JsonObject.of("type", "typing", "lane", lane));
      case 1 -> mediator.sayUnanswered(lane, "reply-" + deeds, words());
      case 2 -> mediator.sayUnanswered(room.lane("STAFF"), "staff-" + deeds, words());
      case 3 -> mediator.send(JsonObject.of("type", "typing", "lane", lane));
      case 4 -> askedFor();
      case 5 -> consented();
      case 6 -> room.mediator().post(room.path("/status-line"), shown()).ok();
      case 7 -> meeting();
      case 8 -> comeAgain();
      case 9 -> takenBack();
      default -> said();
    }
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    for (int n = 1 + random.nextInt(LONGEST); n > 0; n--) {
      words.append(WORDS.charAt(random.nextInt(WORDS.length())));
    }
    return words.toString();
  }

  private void said() {
    String clientId = "private-" + deeds;
    line.sayUnanswered(lane, clientId, words());
    unanswered.add(clientId);
  }

  private void askedFor() {
    String kind = random.nextBoolean() ? "NEED_BREAK" : "HELP";
    a.post(room.path("/calls"), JsonObject.of("kind", kind)).ok();
  }

  private void consented() {
    JsonObject item = JsonObject.of("kind", "E_SIGNATURE", "given", random.nextBoolean());
    a.post(room.path("/consents"), JsonObject.of("items", JsonArray.of(item))).ok();
  }

  private JsonObject shown() {
    return JsonObject.of("side", "A", "text", "稍等 " + random.nextInt(100) + " 分钟");
  }

  private void meeting() {
    JsonObject meeting =
        JsonObject.of("startsAt", "2030-01-0" + (1 + random.nextInt(9)) + "T02:00:00Z")
            .put("mode", "BY_TURNS")
            .put("sides", JsonArray.of("A"));
    room.mediator().post(room.path("/meetings"), meeting).ok();
  }

  private void comeAgain() {
    settle();
    line.cut();
    line = Line.open(a, room.id(), JsonObject.of(lane, last));
  }

  private void takenBack() {
    said();
    settle();
    a.post(room.path("/lanes/" + lane + "/messages/" + last + "/recall")).ok();
  }

  /** All that A has said is stored. */
  private void settle() {
    for (String clientId : unanswered) {
      last =
          line.await("ack", frame -> clientId.equals(frame.getString("clientId"))).getLong("seq");
    }
    unanswered.clear();
  }

  /** Ends what is under way, so that it has all happened when B looks around at last. */
  void end() {
    settle();
    mediator.untilNow();
  }

  int deeds() {
    return deeds;
  }

  @Override
  public void close() {
    if (line != null) {
      line.cut();
    }
  }
}
