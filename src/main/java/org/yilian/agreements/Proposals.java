package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yilian.audit.Audit;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.disputes.DisputeStatus;
import org.yilian.identity.Caller;
import org.yilian.kernel.Field;
import org.yilian.kernel.Refusal;

/** Putting a text before the parties: from here on it stands still. */
final class Proposals {
  private final AgreementStore store = new AgreementStore();
  private final Database database;
  private final Access access;
  private final Authoring authoring;
  private final Papers papers;
  private final DisputeSteps disputes;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Proposals(
      Database database,
      Access access,
      Authoring authoring,
      Papers papers,
      DisputeSteps disputes,
      Notices notices,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.authoring = authoring;
    this.papers = papers;
    this.disputes = disputes;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** 409 {@code findings} while a STOP keeps the draft from being signed. */
  Future<Void> propose(Caller caller, String id) {
    return database
        .withConnection(client -> access.see(client, caller, id).compose(this::tried))
        .compose(tried -> database.inTransaction(client -> propose(client, caller, id)))
        .compose(this::changed);
  }

  /** A text that no font can draw is refused before anybody signs it, not at the seal. */
  private Future<Void> tried(Access.Seen seen) {
    seen.viewer().asMediator();
    if (seen.agreement().form() == AgreementForm.ORAL) {
      return Future.succeededFuture();
    }
    return papers
        .unsealed(seen.agreement(), new Signatures(seen.mediation(), List.of()))
        .mapEmpty();
  }

  private Future<Access.Seen> propose(SqlClient client, Caller caller, String id) {
    return access
        .lock(client, caller, id)
        .compose(
            seen -> {
              Seat seat = seen.viewer().asMediator();
              Authoring.refuseEnded(seen.mediation());
              Steps.take(seen.agreement(), step(seen.agreement()));
              return authoring
                  .redraft(client, seen, seen.agreement().values())
                  .map(Proposals::refuseStopped)
                  .map(seen.agreement()::with)
                  .compose(ready -> propose(client, seen, seat, ready))
                  .map(seen);
            });
  }

  private static AgreementStatus.Step step(Agreement agreement) {
    return agreement.form() == AgreementForm.ORAL
        ? AgreementStatus.Step.RECORD
        : AgreementStatus.Step.PROPOSE;
  }

  private static Draft refuseStopped(Draft draft) {
    List<Field> stops =
        draft.findings().stream()
            .filter(finding -> finding.stops(Finding.Step.SIGNING))
            .map(Proposals::field)
            .toList();
    if (!stops.isEmpty()) {
      throw Refusal.conflict("findings", "协议里有不能签署的内容，请先修改。", stops);
    }
    return draft;
  }

  private static Field field(Finding finding) {
    String name =
        finding.clause() == null
            ? finding.code()
            : "values.terms[" + (finding.clause() - 1) + "].text";
    return new Field(name, finding.message());
  }

  private Future<Void> propose(SqlClient client, Access.Seen seen, Seat by, Agreement ready) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean oral = ready.form() == AgreementForm.ORAL;
    Future<Void> stored =
        oral
            ? store.record(client, ready, by.memberId(), now, Deadlines.dateOf(now))
            : store.propose(client, ready, by.memberId(), now);
    JsonObject fact = JsonObject.of("version", ready.version(), "textHash", ready.textHash());
    String kind = oral ? "agreement-recorded" : "agreement-proposed";
    return stored
        .compose(done -> disputes.move(client, seen, DisputeStatus.SIGNING))
        .compose(
            done ->
                oral ? disputes.move(client, seen, DisputeStatus.AGREED) : Future.succeededFuture())
        .compose(done -> audit.append(client, ready.facts(), by.principalId(), kind, fact))
        .compose(done -> tell(client, seen.mediation(), oral ? "recorded" : "proposed"))
        .compose(done -> notices.sms(client, seen.mediation()));
  }

  private Future<Void> tell(SqlClient client, Mediation mediation, String key) {
    return notices.tell(client, mediation, Notices.sides(mediation), key);
  }

  private Future<Void> changed(Access.Seen seen) {
    Mediation mediation = seen.mediation();
    String id = seen.agreement().id();
    return notices.changed(mediation, "agreement", id, Notices.sides(mediation));
  }
}
