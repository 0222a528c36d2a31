package org.yilian.rosters;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.People;
import org.yilian.identity.Person;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * Who stands in for whom, from day to day. Since a substitute sees what the other would see, nobody
 * names his own: whoever keeps the roster of an organisation does it for its people, and among
 * them.
 */
public final class Substitutions {
  private static final int MOST_DAYS = 366;

  private final SubstitutionStore store = new SubstitutionStore();
  private final Database database;
  private final People people;
  private final Keepers keepers;
  private final Audit audit;
  private final Clock clock;

  public Substitutions(
      Database database,
      Areas areas,
      Organisations organisations,
      People people,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.people = people;
    this.keepers = new Keepers(organisations, areas);
    this.audit = audit;
    this.clock = clock;
  }

  /** One person away for some days, both of them included. */
  record Substitution(
      String id, String personId, String substituteId, LocalDate startsOn, LocalDate endsOn) {
    JsonObject toJson() {
      return new JsonObject()
          .put("id", id)
          .put("personId", personId)
          .put("substituteId", substituteId)
          .put("startsOn", startsOn.toString())
          .put("endsOn", endsOn.toString());
    }
  }

  /**
   * Those of today and later: the caller's own on either side, and those of the organisations whose
   * rosters he keeps. {@code {id, person, substitute, startsOn, endsOn, mayEnd}}.
   */
  public Future<List<JsonObject>> list(Caller caller) {
    String self = caller.staff().principalId();
    LocalDate today = Deadlines.dateOf(clock.instant());
    return database.withConnection(
        client ->
            keepers
                .all(client, caller)
                .map(all -> all.stream().map(Organisation::id).toList())
                .compose(kept -> store.list(client, self, kept, today)));
  }

  /** Who belongs to the organisation or serves there: {@code {id, name}}. */
  public Future<List<JsonObject>> people(Caller caller, String organisationId) {
    return database.withConnection(
        client ->
            keepers
                .kept(client, caller, organisationId)
                .compose(one -> store.peopleOf(client, one.id())));
  }

  /** {@code {organisationId, personId, substituteId, startsOn, endsOn}}. */
  public Future<JsonObject> add(Caller caller, Form form) {
    String organisationId = form.text("organisationId", 64);
    String personId = form.text("personId", 64);
    String substituteId = form.text("substituteId", 64);
    LocalDate starts = form.optionalDate("startsOn");
    LocalDate ends = form.optionalDate("endsOn");
    if (personId != null && personId.equals(substituteId)) {
      form.fault("substituteId", "代班人应是另一位。");
    }
    if (starts == null || ends == null || ends.isBefore(starts)) {
      form.fault("endsOn", "请填写起止日期，结束不早于开始。");
    } else if (starts.plusDays(MOST_DAYS).isBefore(ends)) {
      form.fault("endsOn", "最长一年，请分次登记。");
    }
    form.check();
    Substitution one = new Substitution(Ids.fresh(), personId, substituteId, starts, ends);
    return database
        .inTransaction(client -> add(client, caller, organisationId, one))
        .map(one.toJson());
  }

  private Future<Void> add(
      SqlClient client, Caller caller, String organisationId, Substitution one) {
    return keepers
        .kept(client, caller, organisationId)
        .compose(kept -> store.peopleOf(client, kept.id()))
        .compose(
            all -> {
              mustBeOf(all, one.personId(), "personId");
              mustBeOf(all, one.substituteId(), "substituteId");
              return store.insert(
                  client,
                  one,
                  caller.principalId(),
                  clock.instant().truncatedTo(ChronoUnit.MICROS));
            })
        .compose(
            done ->
                audit.append(
                    client,
                    Scopes.roster(organisationId),
                    caller.principalId(),
                    "substitution-made",
                    one.toJson()));
  }

  private static void mustBeOf(List<JsonObject> people, String id, String field) {
    if (people.stream().noneMatch(one -> one.getString("id").equals(id))) {
      throw Refusal.field(field, "请从这个单位的人员中选择。");
    }
  }

  /** Ends it with yesterday; one that has not begun never was. */
  public Future<Void> end(Caller caller, String id) {
    LocalDate today = Deadlines.dateOf(clock.instant());
    return database.inTransaction(
        client ->
            keepers
                .all(client, caller)
                .map(all -> all.stream().map(Organisation::id).toList())
                .compose(kept -> store.find(client, id, kept))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .compose(
                    one ->
                        store
                            .end(client, one, today)
                            .compose(done -> people.get(client, one.personId()))
                            .compose(whose -> noteEnd(client, caller, whose, one))));
  }

  private Future<Void> noteEnd(SqlClient client, Caller caller, Person whose, Substitution one) {
    return audit.append(
        client,
        Scopes.roster(whose.organisationId()),
        caller.principalId(),
        "substitution-ended",
        one.toJson());
  }
}
