package org.yilian.checker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Whether everybody got all that was theirs: on each connection, on open sockets, and at last. */
final class Completeness {
  private final Plan plan;
  private final Evidence evidence;
  private final Consumer<Violation> found;
  private final Map<String, Set<Member>> spared = new HashMap<>();

  Completeness(Plan plan, Evidence evidence, Consumer<Violation> found) {
    this.plan = plan;
    this.evidence = evidence;
    this.found = found;
  }

  void judge() {
    evidence.lines.forEach((wire, line) -> line.strips.forEach((lane, s) -> gaps(wire, lane)));
    if (evidence.settled != Evidence.NEVER) {
      evidence.lines.forEach((wire, line) -> late(wire));
    }
    if (evidence.finished != Evidence.NEVER) {
      readers().forEach(this::read);
      wholeLanes();
    }
  }

  /** On one connection nothing is left out between the first and the last number. */
  private void gaps(int wire, String laneName) {
    Evidence.Line line = evidence.lines.get(wire);
    Evidence.Strip strip = line.strips.get(laneName);
    Lane lane = new Lane(line.opened.by().room(), laneName);
    Map<Long, String> contents = evidence.contents.getOrDefault(lane, Map.of());
    for (int seq = strip.seen.nextClearBit((int) strip.after + 1);
        seq < strip.last;
        seq = strip.seen.nextClearBit(seq + 1)) {
      String text = contents.get((long) seq);
      if (text == null) {
        hole(wire, lane, seq);
      } else if (due(wire, lane, text)) {
        report(
            Invariant.GAP, line.closedAt, wire, "it was spared " + lane + " " + seq + " " + text);
      }
    }
  }

  /** What its author waits for may be unknown to him, but not to two who read everything. */
  private void hole(int wire, Lane lane, int seq) {
    if (due(wire, lane, Event.SYSTEM)) {
      Set<Member> by = spared.computeIfAbsent(lane + " " + seq, hole -> new HashSet<>());
      if (by.add(evidence.lines.get(wire).opened.by()) && by.size() == 2) {
        report(Invariant.GAP, evidence.end, wire, "nobody knows of " + lane + " " + seq);
      }
    }
  }

  /**
   * Whether this must have come to that connection, if anything after it did. What a right gave
   * that had ended before it opened, or before anything of the lane was told on it, a later right
   * need not give again.
   */
  private boolean due(int wire, Lane lane, String text) {
    Evidence.Line line = evidence.lines.get(wire);
    Member reader = line.opened.by();
    List<Rights.Span> spans = plan.rights().reads(reader, lane);
    int id = Send.idOf(text);
    if (id < 0) {
      return spans.size() == 1
          && spans.get(0).whole()
          && evidence.earliest(spans.get(0).opens()) <= line.opened.at()
          && evidence.closesEarliest(spans.get(0)) == Evidence.NEVER;
    }
    boolean own = evidence.saidOn.getOrDefault(id, Set.of()).contains(wire);
    return !own
        && spans.stream()
            .filter(span -> line.strips.get(lane.name()).since < evidence.closesEarliest(span))
            .anyMatch(span -> surelyIn(span, id));
  }

  /** Whether the message certainly belongs to what the span opens. */
  private boolean surelyIn(Rights.Span span, int send) {
    long said = evidence.said.getOrDefault(send, Long.MIN_VALUE);
    long acked = evidence.ackedAt(send);
    boolean inTime = span.whole() || said > evidence.surely(span.opens());
    return acked != Evidence.NEVER && inTime && acked < evidence.closesEarliest(span);
  }

  /** A socket that stayed open has been sent everything by the time that all has settled. */
  private void late(int wire) {
    Evidence.Line line = evidence.lines.get(wire);
    boolean open =
        line.opened.at() < evidence.settled - Sightings.GRACE && line.closedAt > evidence.settled;
    if (line.opened.kind() != Event.Wire.LIVE || !open) {
      return;
    }
    untold(wire);
    for (Event.Acked ack : evidence.acked.values()) {
      Send send = plan.sends().get(ack.send());
      if (ack.at() < evidence.settled
          && standing(line.opened.by(), send)
          && !reached(line, ack)
          && !evidence.saidOn.getOrDefault(ack.send(), Set.of()).contains(wire)) {
        report(Invariant.LATE, evidence.settled, wire, "it waits for " + ack);
        return;
      }
    }
  }

  /** Whoever has words before him that were taken back is told so on an open socket. */
  private void untold(int wire) {
    Evidence.Line line = evidence.lines.get(wire);
    for (Step step : plan.stepsOf(line.opened.by().room())) {
      Event.Acked ack = evidence.acked.get(step.send());
      boolean recalled =
          step.kind() == Step.Kind.RECALL
              && evidence.surely(step.id()) < evidence.settled - 2 * Sightings.GRACE;
      if (recalled && standing(line.opened.by(), plan.sends().get(step.send()))) {
        Evidence.Strip strip = line.strip(ack.lane(), ack.at());
        if (strip.shown.get((int) ack.seq()) && !strip.takenBack.get((int) ack.seq())) {
          String what = "it was not told that this was taken back: " + ack;
          report(Invariant.RECALLED, evidence.settled, wire, what);
        }
      }
    }
  }

  private static boolean reached(Evidence.Line line, Event.Acked ack) {
    Evidence.Strip strip = line.strips.get(ack.lane());
    long after = line.opened.after().getOrDefault(ack.lane(), 0L);
    return ack.seq() <= after || strip != null && strip.seen.get((int) ack.seq());
  }

  private boolean standing(Member reader, Send send) {
    return plan.rights().reads(reader, send.lane()).stream()
        .anyMatch(span -> span.closes() == Rights.NONE && surelyIn(span, send.id()));
  }

  /** Everybody reads to the end, over a fresh socket and over HTTP. */
  private void read(Member reader) {
    for (Event.Wire kind : List.of(Event.Wire.FRESH, Event.Wire.PAGES)) {
      Map<String, Evidence.Strip> strips = new HashMap<>();
      for (Evidence.Line line : evidence.lines.values()) {
        if (line.opened.by().equals(reader) && line.opened.kind() == kind) {
          line.strips.forEach((lane, s) -> strips.merge(lane, s, (a, b) -> b.caught ? b : a));
        }
      }
      for (Lane lane : Rights.lanes(reader.room(), plan.sides().get(reader.room()))) {
        if (plan.rights().readsAtLast(reader, lane)) {
          read(reader, kind, lane, strips.get(lane.name()));
        }
      }
    }
  }

  private void read(Member reader, Event.Wire kind, Lane lane, Evidence.Strip strip) {
    String how = reader + " reading " + lane + " by " + kind;
    if (strip == null || !strip.caught) {
      found.accept(new Violation(Invariant.LATE, evidence.finished, how + " came to no end"));
      return;
    }
    for (Event.Acked ack : evidence.acked.values()) {
      Send send = plan.sends().get(ack.send());
      if (send.lane().equals(lane) && standing(reader, send) && !strip.seen.get((int) ack.seq())) {
        found.accept(new Violation(Invariant.LOST, evidence.finished, how + " misses " + ack));
      }
    }
  }

  private Set<Member> readers() {
    Set<Member> readers = new HashSet<>(evidence.members.values());
    readers.removeIf(
        m ->
            Rights.lanes(m.room(), plan.sides().get(m.room())).stream()
                .noneMatch(lane -> plan.rights().readsAtLast(m, lane)));
    return readers;
  }

  /** The numbers of a lane, read by those who read it from its start, have no hole. */
  private void wholeLanes() {
    for (Evidence.Line line : evidence.lines.values()) {
      boolean founder = line.opened.by().role() == Role.MEDIATOR;
      if (founder && line.opened.kind() == Event.Wire.PAGES) {
        line.strips.forEach(
            (lane, strip) -> {
              int hole = strip.seen.nextClearBit(1);
              if (hole < strip.last) {
                String what = "nothing is stored as " + line.opened.by().room() + "/" + lane;
                found.accept(new Violation(Invariant.GAP, evidence.finished, what + " " + hole));
              }
            });
      }
    }
  }

  private void report(Invariant invariant, long at, int wire, String what) {
    long when = at == Evidence.NEVER ? evidence.end : at;
    Member reader = evidence.lines.get(wire).opened.by();
    found.accept(new Violation(invariant, when, "wire " + wire + " of " + reader + ": " + what));
  }
}
