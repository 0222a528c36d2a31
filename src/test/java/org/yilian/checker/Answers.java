package org.yilian.checker;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Whether each message was answered as its sender's rights demand, and in time. */
final class Answers {
  static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final String REUSED = "client-id-reused";

  private final Plan plan;
  private final Evidence evidence;
  private final Consumer<Violation> found;
  private final Map<Integer, Event.Acked> acks = new HashMap<>();

  Answers(Plan plan, Evidence evidence, Consumer<Violation> found) {
    this.plan = plan;
    this.evidence = evidence;
    this.found = found;
  }

  void judge(Event event) {
    if (event instanceof Event.Acked ack) {
      accepted(ack, plan.sends().get(ack.send()));
    } else if (event instanceof Event.Refused refused) {
      refused(refused, plan.sends().get(refused.send()));
    }
  }

  private void accepted(Event.Acked ack, Send send) {
    Event.Acked first = acks.putIfAbsent(ack.send(), ack);
    if (first != null && (first.seq() != ack.seq() || !first.sentAt().equals(ack.sentAt()))) {
      report(Invariant.NUMBER, ack, "the first ack was " + first);
    }
    if (!ack.lane().equals(send.lane().name())) {
      report(Invariant.NUMBER, ack, "it was said in " + send.lane());
    }
    if (first == null && !mayHaveBeenSaid(send, evidence.said.get(send.id()), ack.at())) {
      report(Invariant.ACCEPTED, ack, send.by() + " may not speak in " + send.lane());
    }
  }

  private void refused(Event.Refused refused, Send send) {
    if (refused.code().equals(REUSED)) {
      if (send.manner() != Send.Manner.OTHER_BODY || !acks.containsKey(send.id())) {
        report(Invariant.REFUSED, refused, "it was always the same");
      }
    } else if (mustBeTaken(send, evidence.said.get(send.id()), refused.at())) {
      report(Invariant.REFUSED, refused, send.by() + " may speak in " + send.lane());
    }
  }

  private boolean mayHaveBeenSaid(Send send, long from, long to) {
    return plan.rights().says(send.by(), send.lane()).stream()
        .anyMatch(
            span -> evidence.earliest(span.opens()) <= to && evidence.closedSurely(span) >= from);
  }

  private boolean mustBeTaken(Send send, long from, long to) {
    return send.manner() != Send.Manner.RELAY
        && plan.rights().says(send.by(), send.lane()).stream()
            .anyMatch(
                span -> evidence.surely(span.opens()) < from && evidence.closesEarliest(span) > to);
  }

  /** What is still not answered half a minute after the faults have stopped. */
  void judgePending() {
    long deadline = evidence.quiet == Evidence.NEVER ? Evidence.NEVER : evidence.quiet + PATIENCE;
    if (Math.max(evidence.end, evidence.finished == Evidence.NEVER ? 0 : deadline) < deadline) {
      return;
    }
    evidence.said.forEach(
        (send, at) -> {
          long resolved = evidence.resolved.getOrDefault(send, Evidence.NEVER);
          if (resolved > deadline) {
            String what = plan.sends().get(send) + " was said at " + at / 1e9 + " s";
            found.accept(new Violation(Invariant.UNRESOLVED, deadline, what));
          }
        });
  }

  private void report(Invariant invariant, Event event, String what) {
    found.accept(new Violation(invariant, event.at(), what + " for " + event));
  }
}
