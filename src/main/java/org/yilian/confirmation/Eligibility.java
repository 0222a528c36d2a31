package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.function.Function;
import org.yilian.agreements.AgreementForm;
import org.yilian.agreements.AgreementStatus;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Concerns;
import org.yilian.agreements.DraftUnderReview;
import org.yilian.agreements.Finding;
import org.yilian.calendar.Deadline;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;

/** Whether a court may confirm an agreement, which court, and what stands in the way. */
public final class Eligibility {
  private final Database database;
  private final Concerns concerns;
  private final Courts courts;
  private final Deadlines deadlines;

  Eligibility(Database database, Concerns concerns, Courts courts, Deadlines deadlines) {
    this.database = database;
    this.concerns = concerns;
    this.courts = courts;
    this.deadlines = deadlines;
  }

  /** What an application is judged on. */
  record Case(Concern concern, Courts.Competent court, List<Finding> findings) {}

  /**
   * {@code items}: the courts with jurisdiction over an agreement that the caller may see, each
   * with ground and article. {@code obstacles}: what stops an application at whichever court, so
   * that nobody chooses one in vain, with {@code alternatives}, the other roads; both empty before
   * the agreement takes effect.
   */
  public Future<JsonObject> choices(Caller caller, String agreementId) {
    return database.withConnection(
        client ->
            concerns.of(client, caller, agreementId).compose(concern -> choices(client, concern)));
  }

  private Future<JsonObject> choices(SqlClient client, Concern concern) {
    return courts
        .competent(client, concern)
        .compose(
            found ->
                obstacles(client, concern)
                    .map(
                        obstacles ->
                            new JsonObject()
                                .put("items", array(found, Courts.Competent::toJson))
                                .put("obstacles", array(obstacles, Finding::toJson))
                                .put("alternatives", alternatives(concern, obstacles))));
  }

  private static JsonArray alternatives(Concern concern, List<Finding> obstacles) {
    return obstacles.isEmpty()
        ? new JsonArray()
        : Alternatives.of(obstacles, concern.agreement().values());
  }

  private static <T> JsonArray array(List<T> from, Function<T, JsonObject> toJson) {
    return new JsonArray(from.stream().map(toJson).toList());
  }

  /** Without a court only what every court would have to refuse; else 400 {@code courtId}. */
  Future<Case> judge(SqlClient client, Caller caller, String agreementId, String courtId) {
    return concerns
        .of(client, caller, agreementId)
        .map(Eligibility::applicable)
        .compose(
            concern ->
                courtId == null
                    ? hopeless(client, concern)
                    : courts
                        .chosen(client, concern, courtId)
                        .compose(court -> judged(client, concern, court)));
  }

  /** A party that decides for itself, or the host's clerk, once the agreement is in effect. */
  private static Concern applicable(Concern concern) {
    if (!concern.standing().clerk() && concern.standing().deciding().isEmpty()) {
      throw Refusal.notFound();
    }
    if (concern.agreement().status() != AgreementStatus.EFFECTIVE) {
      throw Refusal.conflict("wrong-state", "协议生效之后才能申请司法确认。");
    }
    return concern;
  }

  private Future<Case> judged(SqlClient client, Concern concern, Courts.Competent court) {
    return concerns
        .findings(client, concern, state(concern, court.competence() != null))
        .map(found -> new Case(concern, court, found));
  }

  private Future<Case> hopeless(SqlClient client, Concern concern) {
    return obstacles(client, concern)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.failedFuture(Refusal.field("courtId", "请选择一家法院。"))
                    : courts.any(client, concern).map(court -> new Case(concern, court, found)));
  }

  private Future<List<Finding>> obstacles(SqlClient client, Concern concern) {
    if (concern.agreement().status() != AgreementStatus.EFFECTIVE) {
      return Future.succeededFuture(List.of());
    }
    return concerns
        .findings(client, concern, state(concern, null))
        .map(all -> all.stream().filter(one -> one.severity() == Finding.Severity.STOP).toList());
  }

  private DraftUnderReview.Confirmation state(Concern concern, Boolean competent) {
    boolean sealed =
        concern.agreement().document() != null || concern.agreement().form() == AgreementForm.ORAL;
    return new DraftUnderReview.Confirmation(
        concern.missingSignatures(), sealed, deadline(concern), competent);
  }

  /** Thirty days from the effect (人民调解法 33, 民事诉讼法 205). */
  private Deadline deadline(Concern concern) {
    return deadlines.after(Term.CONFIRMATION, concern.agreement().effectiveOn());
  }
}
