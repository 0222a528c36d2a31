package org.yilian.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A history told by hand, a second for each line unless it says otherwise. The plan behind it: room
 * 0 with sides A and B; the police come (step 0), A consents (1), A's consent is withdrawn (2), the
 * police are removed (3); B's first message is passed on to A (4); A's first is taken back (5).
 */
final class Told {
  static final Member A = new Member(0, Role.A, 0);
  static final Member B = new Member(0, Role.B, 0);
  static final Member MEDIATOR = new Member(0, Role.MEDIATOR, 0);
  static final Member POLICE = new Member(0, Role.POLICE, 0);
  private static final List<List<String>> SIDES = List.of(List.of("A", "B"));
  private static final List<Step> STEPS =
      List.of(
          step(0, Step.Kind.JOIN, POLICE, null, -1, -1),
          step(1, Step.Kind.CONSENT, POLICE, "A", -1, -1),
          step(2, Step.Kind.WITHDRAW, POLICE, "A", -1, -1),
          step(6, Step.Kind.CONSENT, POLICE, "A", -1, -1),
          step(3, Step.Kind.REMOVE, POLICE, null, -1, -1),
          step(4, Step.Kind.RELAY, null, null, 2, 4),
          step(5, Step.Kind.RECALL, null, null, 0, -1));
  private static final List<Send> SENDS =
      List.of(
          send(0, A, "A"),
          send(1, A, "A"),
          send(2, B, "B"),
          send(3, MEDIATOR, "A"),
          send(4, MEDIATOR, "A"),
          send(5, A, Lane.NOTICE));
  static final Plan PLAN = new Plan(1, SIDES, SENDS, STEPS, List.of(), new Rights(SIDES, STEPS));

  private final List<Event> events = new ArrayList<>();
  private long now;

  Told() {
    for (Member member : List.of(A, B, MEDIATOR)) {
      add(new Event.Seated(now, member, member.toString()));
    }
  }

  private static Step step(int id, Step.Kind kind, Member who, String side, int send, int relay) {
    return new Step(id, 0, kind, who, side, send, relay, 0);
  }

  private static Send send(int id, Member by, String lane) {
    return new Send(id, by, new Lane(0, lane), Send.mark(id) + " ", Send.Manner.ONCE, 0);
  }

  private Told add(Event event) {
    events.add(event);
    now += TimeUnit.SECONDS.toNanos(1);
    return this;
  }

  Told waiting(double seconds) {
    now += (long) (seconds * 1e9);
    return this;
  }

  Told opened(int wire, Member by, Event.Wire kind, Map<String, Long> after) {
    return add(new Event.Opened(now, wire, by, kind, after));
  }

  Told live(int wire, Member by) {
    return opened(wire, by, Event.Wire.LIVE, Map.of());
  }

  Told closed(int wire) {
    return add(new Event.Closed(now, wire, 4403));
  }

  Told said(int send, int wire) {
    return add(new Event.Said(now, send, wire));
  }

  Told acked(int send, int wire, long seq) {
    return add(new Event.Acked(now, send, wire, SENDS.get(send).lane().name(), seq, "t" + seq));
  }

  /** Said and acknowledged over HTTP. */
  Told stored(int send, long seq) {
    return said(send, 0).acked(send, 0, seq);
  }

  Told refused(int send, String code) {
    return add(new Event.Refused(now, send, code));
  }

  Told seen(int wire, int send, long seq) {
    return seen(wire, SENDS.get(send).lane().name(), seq, SENDS.get(send).text(), null);
  }

  Told seen(int wire, String lane, long seq, String text, String origin) {
    return add(new Event.Seen(now, wire, lane, seq, text, "?", "t" + seq, origin));
  }

  Told takenBack(int wire, String lane, long seq) {
    return add(new Event.TakenBack(now, wire, lane, seq));
  }

  Told caught(int wire, String lane) {
    return add(new Event.Caught(now, wire, lane));
  }

  Told begun(int step) {
    return add(new Event.StepBegun(now, step));
  }

  Told done(int step) {
    return begun(step).add(new Event.StepEnded(now, step, true));
  }

  Told foreign(int wire) {
    return add(new Event.Foreign(now, wire, "relayOf"));
  }

  Told probed(Member by, int status) {
    return add(new Event.Probed(now, now, by, "GET", status));
  }

  Told fault() {
    return add(new Event.FaultBegan(now, "FAULT"));
  }

  Told mended() {
    return add(new Event.FaultEnded(now));
  }

  Told quiet() {
    return add(new Event.Quiet(now));
  }

  Told settled() {
    return add(new Event.Settled(now));
  }

  /** Everybody reads everything that was stored in A, in this order of numbers. */
  Told read(int... sends) {
    int wire = 100;
    for (Member reader : List.of(A, B, MEDIATOR)) {
      for (Event.Wire kind : List.of(Event.Wire.FRESH, Event.Wire.PAGES)) {
        opened(++wire, reader, kind, Map.of());
        for (Lane lane : Rights.lanes(0, SIDES.get(0))) {
          if (PLAN.rights().readsAtLast(reader, lane)) {
            readLane(wire, lane, sends);
          }
        }
      }
    }
    return add(new Event.Finished(now));
  }

  private void readLane(int wire, Lane lane, int... sends) {
    for (int i = 0; i < sends.length && lane.name().equals("A"); i++) {
      if (sends[i] >= 0) {
        seen(wire, sends[i], i + 1L);
      }
    }
    caught(wire, lane.name());
  }

  List<Invariant> verdict() {
    return Judge.judge(PLAN, events).stream().map(Violation::invariant).distinct().toList();
  }
}
