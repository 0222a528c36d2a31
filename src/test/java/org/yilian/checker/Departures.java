package org.yilian.checker;

import java.util.List;
import java.util.function.Consumer;

/** Whether who is shut out, or signed out, is out within a second, and stays out. */
final class Departures {
  private static final long SECOND = Sightings.GRACE;

  /** After so long no fault excuses a socket that is still open. */
  private static final long ANYHOW = 10 * SECOND;

  private final Plan plan;
  private final Evidence evidence;
  private final Consumer<Violation> found;

  Departures(Plan plan, Evidence evidence, Consumer<Violation> found) {
    this.plan = plan;
    this.evidence = evidence;
    this.found = found;
  }

  void judge(List<Event> events) {
    for (Step step : plan.steps()) {
      if (step.kind().endsMembership() && evidence.done.containsKey(step.id())) {
        evidence.lines.forEach((wire, line) -> closed(step, wire, line));
      }
    }
    for (Event event : events) {
      if (event instanceof Event.LoggedOut out && evidence.lines.containsKey(out.wire())) {
        Evidence.Line line = evidence.lines.get(out.wire());
        inTime(out.begun(), out.at(), line, "the session of wire " + out.wire());
      } else if (event instanceof Event.Probed probe) {
        probed(probe);
      }
    }
  }

  private void closed(Step step, int wire, Evidence.Line line) {
    if (line.opened.by().equals(step.who())) {
      inTime(evidence.earliest(step.id()), evidence.surely(step.id()), line, "wire " + wire);
    }
  }

  private void inTime(long begun, long done, Evidence.Line line, String what) {
    if (line.opened.at() > done || line.opened.kind() != Event.Wire.LIVE) {
      return;
    }
    long deadline = done + SECOND;
    boolean excused =
        evidence.disturbed(line, begun, deadline) && line.closedAt <= excusedUntil(done);
    boolean known = evidence.end > deadline;
    if (known && line.closedAt > deadline && !excused) {
      String how = what + " of " + line.opened.by() + " stayed open, ended at " + done / 1e9 + " s";
      found.accept(new Violation(Invariant.REVOKED, deadline, how));
    }
  }

  /** A fault that is under way has to be over first. */
  private long excusedUntil(long done) {
    long until = done + ANYHOW;
    for (Evidence.Window fault : evidence.disturbances) {
      if (fault.begin() <= until && fault.end() >= done) {
        until = fault.end() == Evidence.NEVER ? Evidence.NEVER : fault.end() + ANYHOW;
      }
    }
    return until > evidence.end ? Evidence.NEVER : until;
  }

  /** Asked after the end, or for what never was the asker's. */
  private void probed(Event.Probed probe) {
    if (probe.status() / 100 == 2) {
      String what = probe.by() + " was let at " + probe.what();
      found.accept(new Violation(Invariant.REVOKED, probe.at(), what));
    }
  }
}
