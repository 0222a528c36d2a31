package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.DisputeStatus;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** Two reports of one matter made one, by a person of a centre, and undone where they were not. */
public final class Mergers {
  private static final String REASON = "并案";
  private static final int LONGEST_REASON = 500;

  private final MergerStore store = new MergerStore();
  private final AssignmentStore assignments = new AssignmentStore();
  private final Cases cases;
  private final Levels levels;
  private final Clock clock;

  Mergers(Cases cases, Levels levels, Clock clock) {
    this.cases = cases;
    this.levels = levels;
    this.clock = clock;
  }

  /** Ends the dispute in another one: {@code {intoId, reason, version?}}. */
  public Future<Void> merge(Caller caller, String disputeId, Form form) {
    String intoId = form.text("intoId", 64);
    String reason = form.text("reason", LONGEST_REASON);
    form.check();
    if (disputeId.equals(intoId)) {
      throw Refusal.conflict("merged-into-itself", "不能并入自己，请选择另一件纠纷。");
    }
    return cases.changeTogetherAsCentre(
        caller, disputeId, intoId, form, (found, into) -> merge(found, open(into), reason));
  }

  /** Under its lock: nobody ends or rates it meanwhile. */
  private static Case open(Case into) {
    if (into.dispute().status().over()) {
      throw Refusal.conflict("wrong-state", "要并入的那件纠纷已经办结或并案，请选择仍在办理的一件。");
    }
    return into;
  }

  private Future<Void> merge(Case found, Case into, String reason) {
    return levels
        .atLeast(into, found.standing(), REASON + "：" + found.dispute().number())
        .compose(done -> cases.alarmed(into, found.standing().alarm()))
        .compose(done -> merge(found, into.dispute(), reason));
  }

  private Future<Void> merge(Case found, Dispute into, String reason) {
    JsonObject fact =
        new JsonObject().put("into", into.number()).put("intoId", into.id()).put("reason", reason);
    return cases
        .ledger()
        .move(found.client(), found.disputeId(), DisputeStatus.MERGED)
        .compose(
            done ->
                cases
                    .standings()
                    .mergedInto(
                        found.client(), found.disputeId(), into.id(), found.dispute().status()))
        .compose(done -> store.suspend(found.client(), found.disputeId(), REASON, clock.instant()))
        .compose(done -> cases.note(found, "dispute-merged", fact));
  }

  /** Undoes it: the dispute goes on where it was, in the hands that it was in. */
  public Future<Void> undo(Caller caller, String disputeId, Form form) {
    String reason = form.text("reason", LONGEST_REASON);
    form.check();
    return cases.changeAsCentre(
        caller,
        disputeId,
        form,
        found -> {
          if (found.dispute().status() != DisputeStatus.MERGED) {
            throw Refusal.conflict("wrong-state", "这件纠纷没有并案，或已经撤销并案。");
          }
          return undo(found, reason);
        });
  }

  private Future<Void> undo(Case found, String reason) {
    return cases
        .standings()
        .unmerged(found.client(), found.disputeId())
        .compose(before -> cases.ledger().move(found.client(), found.disputeId(), before))
        .compose(done -> store.resume(found.client(), found.disputeId(), REASON))
        .compose(done -> windUp(found))
        .compose(
            done -> cases.note(found, "dispute-unmerged", new JsonObject().put("reason", reason)));
  }

  /** The clock of whoever leads runs on, as it would have without the merger. */
  private Future<Void> windUp(Case found) {
    return assignments
        .leadRunsOutAt(found.client(), found.disputeId())
        .compose(at -> cases.save(found, found.standing().due(at)));
  }
}
