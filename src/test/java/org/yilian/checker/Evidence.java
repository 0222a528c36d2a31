package org.yilian.checker;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A history, sorted by what it is about. Decides nothing. */
final class Evidence {
  static final long NEVER = Long.MAX_VALUE;

  /** What is known of one lane on one connection. */
  static final class Strip {
    final BitSet seen = new BitSet();

    /** Those that came with words, and those that were said to be taken back. */
    final BitSet shown = new BitSet();

    final BitSet takenBack = new BitSet();
    long after;
    long last;
    boolean caught;

    /** When the first of it was told. */
    final long since;

    private Strip(long since) {
      this.since = since;
    }
  }

  /** One connection. */
  static final class Line {
    final Event.Opened opened;
    final Map<String, Strip> strips = new LinkedHashMap<>();
    final List<Window> stalls = new ArrayList<>();
    long closedAt = NEVER;

    Line(Event.Opened opened) {
      this.opened = opened;
    }

    Strip strip(String lane, long at) {
      Strip strip = strips.get(lane);
      if (strip == null) {
        strip = new Strip(at);
        strip.after = opened.after().getOrDefault(lane, 0L);
        strip.last = strip.after;
        strips.put(lane, strip);
      }
      return strip;
    }
  }

  /** From one moment to another. */
  record Window(long begin, long end) {}

  final Map<Integer, Line> lines = new LinkedHashMap<>();
  final Map<Integer, Long> said = new HashMap<>();
  final Map<Integer, Set<Integer>> saidOn = new HashMap<>();
  final Map<Integer, Event.Acked> acked = new HashMap<>();
  final Map<Integer, Long> resolved = new HashMap<>();
  final Map<Integer, Long> begun = new HashMap<>();
  final Map<Integer, Long> done = new HashMap<>();
  final Map<String, Member> members = new HashMap<>();
  final List<Window> disturbances = new ArrayList<>();

  /** What each number of each lane says, by the first who told. */
  final Map<Lane, Map<Long, String>> contents = new HashMap<>();

  long quiet = NEVER;
  long settled = NEVER;
  long finished = NEVER;
  long end;

  Evidence(List<Event> events) {
    long fault = NEVER;
    for (Event event : events) {
      end = event.at();
      if (event instanceof Event.FaultBegan) {
        fault = event.at();
      } else if (event instanceof Event.FaultEnded) {
        disturbances.add(new Window(fault, event.at()));
        fault = NEVER;
      } else {
        note(event);
      }
    }
    if (fault != NEVER) {
      disturbances.add(new Window(fault, NEVER));
    }
  }

  private void note(Event event) {
    if (event instanceof Event.Opened e) {
      lines.put(e.wire(), new Line(e));
    } else if (event instanceof Event.Closed e) {
      lines.get(e.wire()).closedAt = e.at();
    } else if (event instanceof Event.Stalled e) {
      lines.get(e.wire()).stalls.add(new Window(e.at(), e.at() + e.nanos()));
    } else if (event instanceof Event.Said e) {
      said.putIfAbsent(e.send(), e.at());
      saidOn.computeIfAbsent(e.send(), send -> new HashSet<>()).add(e.wire());
    } else if (event instanceof Event.Acked e) {
      acked.putIfAbsent(e.send(), e);
      resolved.putIfAbsent(e.send(), e.at());
    } else if (event instanceof Event.Refused e) {
      resolved.putIfAbsent(e.send(), e.at());
    } else if (event instanceof Event.Abandoned e) {
      resolved.putIfAbsent(e.send(), e.at());
    } else {
      mark(event);
    }
  }

  private void mark(Event event) {
    if (event instanceof Event.StepBegun e) {
      begun.put(e.step(), e.at());
    } else if (event instanceof Event.StepEnded e && e.done()) {
      done.put(e.step(), e.at());
    } else if (event instanceof Event.Seated e) {
      members.put(e.memberId(), e.member());
    } else if (event instanceof Event.Quiet) {
      quiet = event.at();
    } else if (event instanceof Event.Settled) {
      settled = event.at();
    } else if (event instanceof Event.Finished) {
      finished = event.at();
    }
  }

  /** The earliest moment at which a step may have taken effect. */
  long earliest(int step) {
    return step == Rights.NONE ? Long.MIN_VALUE : begun.getOrDefault(step, NEVER);
  }

  /** The moment from which on a step has certainly taken effect. */
  long surely(int step) {
    return step == Rights.NONE ? Long.MIN_VALUE : done.getOrDefault(step, NEVER);
  }

  long closesEarliest(Rights.Span span) {
    return span.closes() == Rights.NONE ? NEVER : earliest(span.closes());
  }

  long closedSurely(Rights.Span span) {
    return span.closes() == Rights.NONE ? NEVER : surely(span.closes());
  }

  long ackedAt(int send) {
    Event.Acked ack = acked.get(send);
    return ack == null ? NEVER : ack.at();
  }

  /** Whether at some time in between a fault was under way, or the reader did not read. */
  boolean disturbed(Line line, long from, long to) {
    return overlap(disturbances, from, to) || overlap(line.stalls, from, to);
  }

  private static boolean overlap(List<Window> windows, long from, long to) {
    return windows.stream().anyMatch(w -> w.begin() <= to && w.end() >= from);
  }
}
