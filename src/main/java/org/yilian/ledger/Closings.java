package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Constraints;
import org.yilian.disputes.DisputeStatus;
import org.yilian.disputes.Numbers;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** After a dispute is resolved: asking how it went, closing it, and putting its file away. */
public final class Closings {
  private static final String SERIES = "易档字";

  private final ClosingStore store = new ClosingStore();
  private final Cases cases;
  private final Numbers numbers;
  private final Clock clock;

  Closings(Cases cases, Numbers numbers, Clock clock) {
    this.cases = cases;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** 回访: see {@link FollowUp#read}. */
  public Future<Void> followUp(Caller caller, String disputeId, Form form) {
    FollowUp one = FollowUp.read(form, Deadlines.dateOf(clock.instant()));
    return cases.change(
        caller,
        disputeId,
        form,
        found -> cases.rights(found).compose(rights -> followUp(found, rights, one)));
  }

  private Future<Void> followUp(Case found, Rights rights, FollowUp one) {
    if (!rights.followUp()) {
      throw Refusal.notFound();
    }
    if (!found.dispute().status().endedWell()) {
      throw Refusal.conflict("wrong-state", "化解以后再回访。");
    }
    JsonObject fact =
        new JsonObject()
            .put("manner", one.manner().name())
            .put("performance", one.performance().name());
    return store
        .followUp(
            found.client(),
            found.disputeId(),
            one,
            found.by(),
            clock.instant().truncatedTo(ChronoUnit.MICROS))
        .compose(done -> cases.note(found, "follow-up-held", fact));
  }

  /**
   * Closes what is resolved or ended: {@code {note, unperformed?}}. What is resolved has been
   * followed up; what is not performed yet is closed only with a reason.
   */
  public Future<Void> close(Caller caller, String disputeId, Form form) {
    String note = form.text("note", 1000);
    String unperformed = form.optionalText("unperformed", 1000);
    form.check();
    return cases.change(
        caller,
        disputeId,
        form,
        found -> cases.rights(found).compose(rights -> close(found, rights, note, unperformed)));
  }

  private Future<Void> close(Case found, Rights rights, String note, String unperformed) {
    if (!rights.close()) {
      throw Refusal.notFound();
    }
    JsonObject fact = new JsonObject().put("note", note).put("unperformed", unperformed);
    return store
        .of(found.client(), found.disputeId())
        .map(after -> check(found, after, unperformed))
        .compose(
            done -> cases.ledger().move(found.client(), found.disputeId(), DisputeStatus.CLOSED))
        .compose(done -> cases.note(found, "dispute-closed", fact));
  }

  private static Void check(Case found, JsonObject after, String unperformed) {
    if (found.dispute().status().resolved() && after.getJsonArray("followUps").isEmpty()) {
      throw Refusal.conflict("no-follow-up", "还没有回访记录，请先回访再办结。");
    }
    JsonObject performance = after.getJsonObject("performance");
    int open = performance.getInteger("obligations") - performance.getInteger("settled");
    if (open > 0 && unperformed == null) {
      throw Refusal.conflict("not-performed", "还有 " + open + " 项约定没有履行完。确需办结的，请写明理由和去向。");
    }
    return null;
  }

  /** 归档: gives the file of a closed dispute its number: {@code {note?}}. */
  public Future<Void> archive(Caller caller, String disputeId, Form form) {
    String note = form.optionalText("note", 500);
    form.check();
    return cases
        .change(
            caller,
            disputeId,
            form,
            found -> cases.rights(found).compose(rights -> archive(found, rights, note)))
        .recover(
            Constraints.refusing(
                "archives_pkey", () -> Refusal.conflict("wrong-state", "这件纠纷已经归档。")));
  }

  private Future<Void> archive(Case found, Rights rights, String note) {
    if (!rights.close()) {
      throw Refusal.notFound();
    }
    if (found.dispute().status() != DisputeStatus.CLOSED) {
      throw Refusal.conflict("wrong-state", "办结以后才能归档。");
    }
    return numbers
        .next(found.client(), SERIES)
        .compose(
            number ->
                store
                    .archive(
                        found.client(),
                        found.disputeId(),
                        number,
                        note,
                        found.by(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS))
                    .compose(
                        done ->
                            cases.note(
                                found, "dispute-archived", JsonObject.of("number", number))));
  }
}
