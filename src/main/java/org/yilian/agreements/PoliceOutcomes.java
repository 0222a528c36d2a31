package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.rooms.MemberRole;
import org.yilian.rooms.Track;

/**
 * How a public-security case goes on after its mediation, as an officer of the room records it.
 * Reconciled before the police and performed, or before a committee, performed, and asked for in
 * writing: no penalty (治安管理处罚法 9 ¶3, ¶4; 程序规定 185, 186). Otherwise the police decide by the law,
 * and the parties are told that they may sue.
 */
public final class PoliceOutcomes {
  private static final Texts TEXTS = Texts.of("police");

  private final PoliceOutcomeStore store = new PoliceOutcomeStore();
  private final AgreementStore agreements = new AgreementStore();
  private final Database database;
  private final Mediations mediations;
  private final StoredFiles files;
  private final PoliceOutcomeViews views;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  PoliceOutcomes(
      Database database,
      Mediations mediations,
      StoredFiles files,
      PoliceOutcomeViews views,
      Notices notices,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.mediations = mediations;
    this.files = files;
    this.views = views;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** What has been recorded of a room, oldest first: for those of its staff who read its lanes. */
  public Future<List<JsonObject>> ofRoom(Caller caller, String roomId) {
    return database.withConnection(
        client ->
            mediations
                .of(client, roomId)
                .compose(
                    mediation -> {
                      Seat seat = Access.viewer(caller, mediation).seat();
                      if (seat == null
                          || seat.role().isOfSide()
                          || seat.role() == MemberRole.RECORDER) {
                        throw Refusal.notFound();
                      }
                      return store.ofRoom(client, roomId);
                    })
                .map(all -> all.stream().map(views::json).toList()));
  }

  /** An officer records the outcome; every side is told the same, in its own lane. */
  public Future<List<JsonObject>> record(Caller caller, String roomId, Form form) {
    return database
        .inTransaction(
            client ->
                store
                    .hold(client, roomId)
                    .compose(held -> mediations.of(client, roomId))
                    .compose(mediation -> record(client, caller, mediation, form)))
        .compose(mediation -> notices.changed(mediation, "room", roomId, Notices.sides(mediation)))
        .compose(told -> ofRoom(caller, roomId));
  }

  private Future<Mediation> record(
      SqlClient client, Caller caller, Mediation mediation, Form form) {
    Seat officer = officer(caller, mediation);
    PoliceOutcomeForm said = PoliceOutcomeForm.read(form, Deadlines.dateOf(clock.instant()));
    return store
        .ofRoom(client, mediation.roomId())
        .compose(before -> check(client, mediation, said, before))
        .compose(checked -> keep(client, caller, mediation, officer, said))
        .map(mediation);
  }

  private static Seat officer(Caller caller, Mediation mediation) {
    Seat seat = Access.viewer(caller, mediation).seat();
    if (seat == null || seat.role() != MemberRole.COMMUNITY_POLICE) {
      throw Refusal.notFound();
    }
    Track track = Track.valueOf(mediation.track());
    if (track != Track.PUBLIC_SECURITY && track != Track.PEOPLES_MEDIATION) {
      throw Refusal.conflict("wrong-track", TEXTS.get("outcome.wrong-track"));
    }
    return seat;
  }

  private Future<Void> check(
      SqlClient client, Mediation mediation, PoliceOutcomeForm said, List<PoliceOutcome> before) {
    if (before.stream().anyMatch(one -> one.kind() == PoliceOutcome.Kind.NO_PENALTY)) {
      throw Refusal.conflict("wrong-state", TEXTS.get("outcome.spared-already"));
    }
    if (said.agreementId() == null) {
      if (!mediation.ended()) {
        throw Refusal.conflict("wrong-state", TEXTS.get("outcome.not-ended"));
      }
      return Future.succeededFuture();
    }
    return agreements
        .ofRoom(client, mediation.roomId())
        .map(
            all -> {
              check(mediation, said, effective(all, said.agreementId()));
              return null;
            });
  }

  private static Agreement effective(List<Agreement> all, String id) {
    Agreement agreement =
        all.stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.field("agreementId", TEXTS.get("outcome.agreementId")));
    if (agreement.status() != AgreementStatus.EFFECTIVE) {
      throw Refusal.conflict("wrong-state", TEXTS.get("outcome.not-effective"));
    }
    return agreement;
  }

  private static void check(Mediation mediation, PoliceOutcomeForm said, Agreement agreement) {
    if (said.kind() != PoliceOutcome.Kind.NO_PENALTY) {
      return;
    }
    boolean onTheSpot =
        agreement.values().terms().stream().allMatch(term -> term.performedOn() != null);
    if (said.performance().isEmpty() && !onTheSpot) {
      throw Refusal.field("performanceFileIds", TEXTS.get("outcome.performanceFileIds"));
    }
    boolean asked = mediation.track().equals(Track.PUBLIC_SECURITY.name());
    if (said.request().isEmpty() && !asked) {
      throw Refusal.field("requestFileIds", TEXTS.get("outcome.requestFileIds"));
    }
  }

  private Future<Void> keep(
      SqlClient client, Caller caller, Mediation mediation, Seat officer, PoliceOutcomeForm said) {
    PoliceOutcome outcome =
        new PoliceOutcome(
            said.kind(),
            said.agreementId(),
            said.performedOn(),
            said.failure(),
            said.since(),
            said.note(),
            said.files(),
            officer.memberId(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    return attach(client, caller, said)
        .compose(attached -> store.append(client, mediation.roomId(), outcome))
        .compose(kept -> note(client, caller, mediation, outcome))
        .compose(noted -> tell(client, mediation, outcome));
  }

  /** Whoever of the staff may see the agreement may read what proves its performance. */
  private Future<Void> attach(SqlClient client, Caller caller, PoliceOutcomeForm said) {
    Future<Void> done = Future.succeededFuture();
    for (String id : said.files()) {
      String field = said.performance().contains(id) ? "performanceFileIds" : "requestFileIds";
      String place = Scopes.agreement(said.agreementId());
      done = done.compose(next -> files.attach(client, id, caller.principalId(), place, field));
    }
    return done;
  }

  private Future<Void> note(
      SqlClient client, Caller caller, Mediation mediation, PoliceOutcome outcome) {
    JsonObject fact = JsonObject.of("outcome", outcome.kind().name());
    if (outcome.agreementId() != null) {
      fact.put("agreementId", outcome.agreementId());
    }
    return audit.append(
        client, Scopes.room(mediation.roomId()), caller.principalId(), "police-outcome", fact);
  }

  private Future<Void> tell(SqlClient client, Mediation mediation, PoliceOutcome outcome) {
    String key = "police." + outcome.kind().name();
    return notices
        .tell(client, mediation, Notices.sides(mediation), key)
        .compose(told -> notices.tellStaff(client, mediation, key + ".staff"));
  }
}
