package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.disputes.DisputeStatus;
import org.yilian.disputes.Hearing;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * Declining to sign, also after one's own signature, until the agreement takes effect: mediation is
 * voluntary to its end (人民调解法 3, 23).
 */
final class Declining {
  private static final int MAX_REASON = 1000;

  private final AgreementStore store = new AgreementStore();
  private final SignatureStore signatures = new SignatureStore();
  private final Database database;
  private final Access access;
  private final DisputeSteps disputes;
  private final Notices notices;
  private final Hearing hearing;
  private final Audit audit;
  private final Clock clock;

  Declining(
      Database database,
      Access access,
      DisputeSteps disputes,
      Notices notices,
      Hearing hearing,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.disputes = disputes;
    this.notices = notices;
    this.hearing = hearing;
    this.audit = audit;
    this.clock = clock;
  }

  /** Returns the agreement to the room; its signatures are void and stay as evidence. */
  Future<Void> decline(Caller caller, String id, Form form) {
    String reason = form.text("reason", MAX_REASON);
    form.check();
    return database
        .inTransaction(
            client ->
                access
                    .lock(client, caller, id)
                    .compose(seen -> decline(client, seen, reason).map(seen)))
        .compose(this::changed);
  }

  private Future<Void> decline(SqlClient client, Access.Seen seen, String reason) {
    Seat seat = decider(seen.viewer());
    Agreement agreement = seen.agreement();
    AgreementStatus returned = Steps.take(agreement, AgreementStatus.Step.REFUSE);
    SignatureStore.RefusalRow refusal =
        new SignatureStore.RefusalRow(
            seat.memberId(),
            seat.side(),
            seat.name(),
            reason,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    JsonObject fact = JsonObject.of("version", agreement.version(), "side", seat.side());
    return store
        .move(client, agreement, returned)
        .compose(done -> signatures.refuse(client, agreement, refusal))
        .compose(done -> disputes.move(client, seen, DisputeStatus.IN_MEDIATION))
        .compose(
            done ->
                audit.append(
                    client, agreement.facts(), seat.principalId(), "agreement-declined", fact))
        .compose(done -> hearing.heed(client, agreement.disputeId(), reason))
        .compose(done -> tell(client, seen, reason));
  }

  /** A party, whoever decides for it, or a mediator. */
  private static Seat decider(Viewer viewer) {
    if (viewer.seat() == null || !viewer.mediator() && !viewer.seat().role().decidesForParty()) {
      throw Refusal.notFound();
    }
    return viewer.seat();
  }

  private Future<Void> tell(SqlClient client, Access.Seen seen, String reason) {
    Mediation mediation = seen.mediation();
    Seat seat = seen.viewer().seat();
    Set<String> others = new HashSet<>(Notices.sides(mediation));
    others.remove(seat.side());
    Set<String> own = seat.side() == null ? Set.of() : Set.of(seat.side());
    String number = seen.agreement().number();
    return notices
        .tell(client, mediation, own, "refused.own")
        .compose(done -> notices.tell(client, mediation, others, "refused.others"))
        .compose(
            done ->
                notices.tellStaff(client, mediation, "refused.staff", seat.name(), number, reason));
  }

  private Future<Void> changed(Access.Seen seen) {
    Mediation mediation = seen.mediation();
    String id = seen.agreement().id();
    return notices.changed(mediation, "agreement", id, Notices.sides(mediation));
  }
}
