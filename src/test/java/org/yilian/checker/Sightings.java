package org.yilian.checker;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Whether each message that came was for its reader, and the same as for everybody else. */
final class Sightings {
  /** What is on its way when a right ends may still arrive for so long. */
  static final long GRACE = TimeUnit.SECONDS.toNanos(1);

  private final Plan plan;
  private final Evidence evidence;
  private final Consumer<Violation> found;
  private final Map<Integer, String> places = new HashMap<>();
  private final Map<String, String> sentAt = new HashMap<>();

  Sightings(Plan plan, Evidence evidence, Consumer<Violation> found) {
    this.plan = plan;
    this.evidence = evidence;
    this.found = found;
  }

  void judge(Event event) {
    if (event instanceof Event.Seen seen) {
      Evidence.Line line = evidence.lines.get(seen.wire());
      turn(seen, line.strip(seen.lane(), seen.at()), line.opened.by());
      content(seen, new Lane(line.opened.by().room(), seen.lane()));
      entitlement(seen, line);
      recall(seen, line.opened);
      words(seen, line.strip(seen.lane(), seen.at()));
    } else if (event instanceof Event.Acked ack && known(ack.send())) {
      Lane lane = plan.sends().get(ack.send()).lane();
      place(ack, ack.send(), new Lane(lane.room(), ack.lane()), ack.seq(), ack.sentAt());
      settle(ack, lane, ack.seq(), plan.sends().get(ack.send()).text());
    } else if (event instanceof Event.Caught caught) {
      evidence.lines.get(caught.wire()).strip(caught.lane(), caught.at()).caught = true;
    } else if (event instanceof Event.TakenBack back) {
      evidence.lines.get(back.wire()).strip(back.lane(), back.at()).takenBack.set((int) back.seq());
    } else if (event instanceof Event.Foreign foreign) {
      report(Invariant.ORIGIN, foreign, foreign.what());
    }
  }

  private boolean known(int send) {
    return send >= 0 && send < plan.sends().size();
  }

  private void report(Invariant invariant, Event event, String what) {
    found.accept(new Violation(invariant, event.at(), what + " in " + event));
  }

  private void turn(Event.Seen seen, Evidence.Strip strip, Member reader) {
    if (seen.seq() <= strip.after) {
      report(Invariant.DOUBLED, seen, "it was not asked for by " + reader);
    } else if (strip.seen.get((int) seen.seq())) {
      report(Invariant.DOUBLED, seen, "it came before to " + reader);
    } else if (seen.seq() < strip.last) {
      report(Invariant.ORDER, seen, strip.last + " came before it to " + reader);
    }
    strip.seen.set((int) seen.seq());
    strip.last = Math.max(strip.last, seen.seq());
  }

  private void content(Event.Seen seen, Lane lane) {
    boolean recalled = seen.text().equals(Event.RECALLED);
    int id = recalled ? -1 : Send.idOf(seen.text());
    if (known(id)) {
      Send send = plan.sends().get(id);
      if (!send.text().equals(seen.text())) {
        report(Invariant.NUMBER, seen, "nobody said these words");
      }
      Member author = evidence.members.get(seen.authorId());
      if (author != null && !author.equals(send.by())) {
        report(Invariant.NUMBER, seen, "it was said by " + send.by());
      }
      place(seen, id, lane, seen.seq(), seen.sentAt());
    } else if (!recalled && !seen.text().startsWith(Event.SYSTEM)) {
      report(Invariant.NUMBER, seen, "nobody planned to say it");
    }
    if (!recalled) {
      settle(seen, lane, seen.seq(), seen.text());
    }
  }

  /** A number of a lane is one message, whoever tells of it. */
  private void settle(Event event, Lane lane, long seq, String text) {
    String before =
        evidence.contents.computeIfAbsent(lane, l -> new HashMap<>()).putIfAbsent(seq, text);
    if (before != null && !before.equals(text)) {
      report(Invariant.ORDER, event, "for others it is '" + before + "'");
    }
  }

  /** A message has one place, whoever tells of it. */
  private void place(Event event, int id, Lane lane, long seq, String at) {
    String place = lane + " " + seq;
    String before = places.putIfAbsent(id, place);
    if (before != null && !before.equals(place)) {
      boolean ack = event instanceof Event.Acked;
      report(ack ? Invariant.NUMBER : Invariant.DOUBLED, event, "it is also " + before);
    }
    String earlier = sentAt.putIfAbsent(place, at);
    if (earlier != null && !earlier.equals(at)) {
      report(Invariant.NUMBER, event, "others were told the time " + earlier);
    }
  }

  private void entitlement(Event.Seen seen, Evidence.Line line) {
    Event.Opened opened = line.opened;
    Lane lane = new Lane(opened.by().room(), seen.lane());
    int id = Send.idOf(seen.text());
    long said = known(id) ? evidence.said.getOrDefault(id, Evidence.NEVER) : Long.MIN_VALUE;
    long acked = known(id) ? evidence.ackedAt(id) : Evidence.NEVER;
    if (known(id) && said == Evidence.NEVER) {
      report(Invariant.NUMBER, seen, "nobody has said it yet");
    } else if (!readable(line, lane, said, acked, seen.at())) {
      report(Invariant.OUTSIDE, seen, "it is not for " + opened.by());
    }
    if (seen.origin() != null && !originReadable(seen, line)) {
      report(Invariant.ORIGIN, seen, opened.by() + " does not read where it came from");
    }
  }

  private boolean originReadable(Event.Seen seen, Evidence.Line line) {
    Member reader = line.opened.by();
    Lane origin = new Lane(reader.room(), seen.origin());
    return reader.role().staff()
        && readable(line, origin, Long.MIN_VALUE, Evidence.NEVER, seen.at());
  }

  private boolean readable(Evidence.Line line, Lane lane, long said, long acked, long at) {
    for (Rights.Span span : plan.rights().reads(line.opened.by(), lane)) {
      long opens = evidence.earliest(span.opens());
      long closed = evidence.closedSurely(span);
      boolean inTime = span.whole() || acked >= opens;
      boolean inReach = at >= opens && said <= closed;
      boolean stillOnItsWay = closed == Evidence.NEVER || at <= closed + GRACE;
      if (inTime && inReach && (stillOnItsWay || evidence.disturbed(line, closed, at))) {
        return true;
      }
    }
    return false;
  }

  private void recall(Event.Seen seen, Event.Opened opened) {
    int id = seen.text().equals(Event.RECALLED) ? recalled(seen, opened) : Send.idOf(seen.text());
    Step step = recallOf(id);
    boolean shown = !seen.text().equals(Event.RECALLED);
    if (!shown && (step == null || evidence.earliest(step.id()) > seen.at())) {
      report(Invariant.RECALLED, seen, "nobody took it back");
    }
    if (shown && step != null && evidence.surely(step.id()) < opened.at()) {
      report(Invariant.RECALLED, seen, "it had been taken back");
    }
  }

  /** What was taken back does not follow on the connection on which that was told. */
  private void words(Event.Seen seen, Evidence.Strip strip) {
    if (!seen.text().equals(Event.RECALLED)) {
      strip.shown.set((int) seen.seq());
      if (strip.takenBack.get((int) seen.seq())) {
        report(Invariant.RECALLED, seen, "its reader had been told that it was taken back");
      }
    }
  }

  /** Which message of the plan has that number, by its ack. */
  private int recalled(Event.Seen seen, Event.Opened opened) {
    return plan.steps().stream()
        .filter(s -> s.kind() == Step.Kind.RECALL && s.room() == opened.by().room())
        .map(step -> evidence.acked.get(step.send()))
        .filter(ack -> ack != null && ack.lane().equals(seen.lane()) && ack.seq() == seen.seq())
        .map(Event.Acked::send)
        .findFirst()
        .orElse(-1);
  }

  private Step recallOf(int send) {
    return send < 0
        ? null
        : plan.steps().stream()
            .filter(s -> s.kind() == Step.Kind.RECALL && Objects.equals(s.send(), send))
            .findFirst()
            .orElse(null);
  }
}
