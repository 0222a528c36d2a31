package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.yilian.disputes.DisputeStatus;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** Talks that took place: one that settled resolves the dispute, one that failed closes nothing. */
public final class Rounds {
  private final RoundStore store = new RoundStore();
  private final AssignmentStore assignments = new AssignmentStore();
  private final Cases cases;
  private final Clock clock;

  Rounds(Cases cases, Clock clock) {
    this.cases = cases;
    this.clock = clock;
  }

  /** Writes a round down, by whoever has the dispute in hand; the answer is its number. */
  public Future<JsonObject> record(Caller caller, String disputeId, Form form) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Round round = Round.read(form, now);
    return cases.change(
        caller,
        disputeId,
        form,
        found -> {
          found.requireOpen();
          return mayRecord(found)
              .compose(may -> store.insert(found.client(), disputeId, round, found.by().id(), now))
              .compose(n -> follow(found, round, n, now).map(JsonObject.of("n", n)));
        });
  }

  private Future<Void> follow(Case found, Round round, int n, Instant now) {
    return note(found, round, n)
        .compose(
            done ->
                switch (round.outcome()) {
                  case SETTLED -> settle(found, round, now);
                  case FAILED -> cases.save(found, found.standing().failedOnce());
                  case ADJOURNED -> cases.save(found, found.standing());
                });
  }

  private Future<Void> settle(Case found, Round round, Instant now) {
    return cases
        .save(found, found.standing().recovered(round.recoveredFen()))
        .compose(
            done ->
                cases.ledger().move(found.client(), found.disputeId(), DisputeStatus.SELF_RESOLVED))
        .compose(done -> assignments.finish(found.client(), found.disputeId(), now));
  }

  private Future<Void> note(Case found, Round round, int n) {
    JsonObject fact =
        new JsonObject()
            .put("n", n)
            .put("mode", round.mode().name())
            .put("outcome", round.outcome().name())
            .put("failure", round.failure())
            .put("terms", round.terms());
    return cases.note(found, "round-held", fact);
  }

  private Future<Void> mayRecord(Case found) {
    return cases
        .rights(found)
        .map(
            rights -> {
              if (!rights.record()) {
                throw Refusal.conflict("not-signed-for", "请先签收这件纠纷，再记录调解。");
              }
              return null;
            });
  }
}
