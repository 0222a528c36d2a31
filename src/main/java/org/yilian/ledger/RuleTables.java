package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.yilian.db.Constraints;
import org.yilian.db.Database;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.identity.Role;
import org.yilian.kernel.Bundled;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** The rules by which disputes are handed on: the nearest table above a place is in force there. */
public final class RuleTables {
  private static final Duration LOOKED_BACK = Duration.ofDays(30);
  private static final int MOST_TRIED = 20_000;
  private static final int TRIED_AT_ONCE = 1_000;

  private final RuleTableStore store = new RuleTableStore();
  private final RulePeopleStore people = new RulePeopleStore();
  private final Database database;
  private final Ledger ledger;
  private final Clock clock;
  private final RuleTable seed = seed();

  RuleTables(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The table with which an installation begins. */
  private static RuleTable seed() {
    Form form = Form.of(new JsonObject(Bundled.text("ledger/rules.json")));
    RuleTable table = RuleTable.read(form);
    form.check();
    return table;
  }

  Future<RuleTable> inForce(SqlClient client, String areaCode) {
    return store
        .nearest(client, areaCode)
        .map(found -> found.map(edition -> parsed(edition.rules())).orElse(seed));
  }

  private static RuleTable parsed(JsonObject rules) {
    return RuleTable.read(Form.of(rules));
  }

  /** The table in force in an area and the editions that it has had. */
  public Future<JsonObject> of(Caller caller, String areaCode) {
    return database.withConnection(
        client ->
            editor(client, caller, areaCode)
                .compose(look -> inForce(client, areaCode))
                .compose(table -> told(client, areaCode, table)));
  }

  private Future<JsonObject> told(SqlClient client, String areaCode, RuleTable table) {
    Future<JsonArray> editions = store.editions(client, areaCode);
    Future<List<RulePerson>> around = people.around(client, areaCode, table.named());
    return Future.all(editions, around)
        .map(
            all ->
                table
                    .toJson()
                    .put("area", areaCode)
                    .put("editions", editions.result())
                    .put(
                        "people",
                        new JsonArray(around.result().stream().map(RulePerson::toJson).toList())));
  }

  /** A new edition of the area's table, with a note that says why. */
  public Future<JsonObject> put(Caller caller, String areaCode, Form form) {
    RuleTable table = RuleTable.read(form);
    String note = form.text("note", 200);
    Long after = form.optionalNumber("after", 0, Integer.MAX_VALUE);
    form.check();
    return database
        .inTransaction(
            client ->
                editor(client, caller, areaCode)
                    .compose(look -> mustFind(client, areaCode, table))
                    .compose(done -> store.latest(client, areaCode))
                    .compose(
                        latest -> {
                          if (after != null && after != latest.longValue()) {
                            throw Refusal.conflict("changed-meanwhile", "这张规则表刚刚被别人改过，请看最新的一版后再改。");
                          }
                          return store.insert(
                              client,
                              new RuleTableStore.Edition(
                                  areaCode, latest + 1, table.toJson(), note),
                              caller.principalId(),
                              clock.instant());
                        }))
        .recover(
            Constraints.refusing(
                "rule_tables_pkey",
                () -> Refusal.conflict("changed-meanwhile", "这张规则表刚刚被别人改过，请看最新的一版后再改。")))
        .compose(done -> of(caller, areaCode));
  }

  /**
   * What the table would have done with the disputes of the last thirty days; of very many with the
   * newest, and says of how many.
   */
  public Future<JsonObject> tryOut(Caller caller, String areaCode, Form form) {
    RuleTable table = RuleTable.read(form);
    form.check();
    return database.withConnection(
        client ->
            editor(client, caller, areaCode)
                .compose(look -> mustFind(client, areaCode, table))
                .compose(done -> inForce(client, areaCode))
                .compose(before -> tryOut(client, areaCode, before, table)));
  }

  private Future<JsonObject> tryOut(
      SqlClient client, String areaCode, RuleTable before, RuleTable after) {
    Instant since = clock.instant().minus(LOOKED_BACK);
    RuleTrial trial = new RuleTrial(before, after);
    return store
        .countOfReports(client, areaCode, since)
        .compose(
            of ->
                tryOn(client, areaCode, since, Long.MAX_VALUE, trial)
                    .map(done -> trial.toJson().put("of", of)));
  }

  /** Some at a time: all at once would hold up everybody else whom this thread serves. */
  private Future<Void> tryOn(
      SqlClient client, String areaCode, Instant since, long below, RuleTrial trial) {
    int some = Math.min(TRIED_AT_ONCE, MOST_TRIED - trial.disputes());
    return store
        .reports(client, areaCode, since, below, some)
        .compose(
            found -> {
              found.forEach(one -> trial.add(one.report()));
              return found.size() < some || trial.disputes() == MOST_TRIED
                  ? Future.succeededFuture()
                  : tryOn(client, areaCode, since, found.get(found.size() - 1).ordinal(), trial);
            });
  }

  /**
   * Refuses rules whose lead no unit around the area answers for, and people who do not serve in
   * it.
   */
  private Future<Void> mustFind(SqlClient client, String areaCode, RuleTable table) {
    Future<Set<RulePost>> posts = store.posts(client, areaCode);
    Future<List<RulePerson>> around = people.around(client, areaCode, table.named());
    return Future.all(posts, around)
        .map(
            all -> {
              Form form = Form.of(new JsonObject());
              table.mustFindLeads(posts.result(), form);
              table.mustServe(areaCode, around.result(), posts.result(), form);
              form.check();
              return null;
            });
  }

  /** Administrators and centres edit the rules of the area that they look over, and below it. */
  private Future<Look> editor(SqlClient client, Caller caller, String areaCode) {
    Caller.Staff staff = caller.staff();
    return ledger
        .look(client, staff)
        .map(
            look -> {
              boolean may = staff.is(Role.ADMIN) || look.centre().isPresent();
              if (!may || !look.oversees(areaCode)) {
                throw Refusal.notFound();
              }
              return look;
            });
  }
}
