package org.yilian.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes a plan from a seed: the same seed and size are the same plan. */
final class Planner {
  private static final long WARM_UP_MILLIS = 1_500;
  private static final int LONG_TEXT = 160;
  private static final String CHARACTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动";

  /**
   * How large a plan is.
   *
   * @param rate messages a second, of all rooms together
   * @param stepMillis the mean time between two changes of a room
   */
  record Size(int rooms, int sends, int rate, int stepMillis) {
    long millis() {
      return WARM_UP_MILLIS + sends * 1000L / rate;
    }
  }

  private final long seed;
  private final Size size;
  private final Random random;
  private final List<List<String>> sides = new ArrayList<>();
  private final List<Send> sends = new ArrayList<>();
  private final List<Mishap> mishaps = new ArrayList<>();
  private final List<RoomScript> scripts = new ArrayList<>();

  private Planner(long seed, Size size) {
    this.seed = seed;
    this.size = size;
    this.random = new Random(seed);
  }

  static Plan plan(long seed, Size size) {
    return new Planner(seed, size).plan();
  }

  private Plan plan() {
    for (int room = 0; room < size.rooms(); room++) {
      sides.add(room % 2 == 0 ? List.of("A", "B") : List.of("A", "B", "C"));
      scripts.add(new RoomScript(room, sides.get(room), new Random(random.nextLong()), size));
    }
    for (int i = 0; i < size.sends(); i++) {
      send(WARM_UP_MILLIS + i * 1000L / size.rate());
    }
    scripts.forEach(this::mishaps);
    List<Step> steps = new ArrayList<>();
    scripts.forEach(script -> script.number(steps, sends, this::relayed));
    return new Plan(seed, sides, sends, steps, mishaps, new Rights(sides, steps));
  }

  private void send(long at) {
    RoomScript script = scripts.get(random.nextInt(size.rooms()));
    List<Member> there = script.presentAt(at);
    Member by = there.get(random.nextInt(there.size()));
    add(by, lane(by), manner(), at);
  }

  private Send add(Member by, Lane lane, Send.Manner manner, long at) {
    int id = sends.size();
    boolean wordy = !by.role().staff() && random.nextInt(5) == 0;
    int length = wordy ? random.nextInt(LONG_TEXT) : random.nextInt(4);
    StringBuilder text = new StringBuilder(Send.mark(id)).append(' ');
    for (int i = 0; i < length; i++) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    Send send = new Send(id, by, lane, text.toString(), manner, at);
    sends.add(send);
    return send;
  }

  private Send relayed(Send source, long at) {
    List<String> others = new ArrayList<>(sides.get(source.by().room()));
    others.remove(source.lane().name());
    String to = others.get(random.nextInt(others.size()));
    Member mediator = new Member(source.by().room(), Role.MEDIATOR, 0);
    return add(mediator, new Lane(source.by().room(), to), Send.Manner.RELAY, at);
  }

  /** Mostly where one may speak; now and then where one may not. */
  private Lane lane(Member by) {
    List<Lane> all = Rights.lanes(by.room(), sides.get(by.room()));
    int dice = random.nextInt(100);
    if (dice < 10) {
      return dice < 6 ? new Lane(by.room(), Lane.JOINT) : all.get(random.nextInt(all.size()));
    }
    if (!by.role().staff()) {
      return new Lane(by.room(), by.role().side());
    }
    return by.role() == Role.POLICE ? new Lane(by.room(), Lane.STAFF) : staffLane(all);
  }

  private Lane staffLane(List<Lane> all) {
    List<Lane> open = all.stream().filter(lane -> !lane.name().equals(Lane.JOINT)).toList();
    return open.get(random.nextInt(open.size()));
  }

  private Send.Manner manner() {
    int dice = random.nextInt(100);
    if (dice < 80) {
      return Send.Manner.ONCE;
    }
    if (dice < 86) {
      return Send.Manner.TWICE;
    }
    if (dice < 92) {
      return Send.Manner.AGAIN;
    }
    return dice < 98 ? Send.Manner.OVER_HTTP : Send.Manner.OTHER_BODY;
  }

  private void mishaps(RoomScript script) {
    for (long at = WARM_UP_MILLIS; at < size.millis(); at += 300 + random.nextInt(900)) {
      List<Member> there = script.presentAt(at);
      Member who = there.get(random.nextInt(there.size()));
      int dice = random.nextInt(20);
      Mishap.Kind kind =
          dice == 0 ? Mishap.Kind.SIGN_IN : dice < 15 ? Mishap.Kind.CUT : Mishap.Kind.STALL;
      mishaps.add(new Mishap(who, kind, at, 500 + random.nextInt(2_500)));
    }
  }
}
