package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** Finding disputes again, and correcting what decides their way. */
public final class Disputes {
  private static final int MOST_SIMILAR = 5;

  private final DisputeStore store = new DisputeStore();
  private final MarriageStore marriages = new MarriageStore();
  private final Database database;
  private final Ledger ledger;
  private final Reports reports;
  private final Standings standings;
  private final ReferringCourts courts;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;

  public Disputes(
      Database database,
      Ledger ledger,
      Reports reports,
      Standings standings,
      ReferringCourts courts,
      Vault vault,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.reports = reports;
    this.standings = standings;
    this.courts = courts;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /** Enters a dispute with its parties into the ledger; any member of staff may. */
  public Future<JsonObject> report(Caller caller, Form form) {
    return reports.report(caller, form, id -> find(caller, id));
  }

  /**
   * Corrects which court invited the mediation, whose level the dispute belongs to, and what was
   * asked of a marriage.
   */
  public Future<JsonObject> correct(Caller caller, String id, Form form) {
    caller.staff();
    Referral said = Referral.read(form);
    Marriage marriage = Marriage.read(form);
    form.check();
    return database
        .inTransaction(
            client ->
                ledger
                    .editable(client, caller, id)
                    .compose(
                        before ->
                            ask(client, caller, before, marriage)
                                .compose(asked -> correct(client, caller, before, said))))
        .compose(done -> find(caller, id));
  }

  private Future<Void> correct(SqlClient client, Caller caller, Dispute before, Referral said) {
    if (said.courtId() != null && before.source() != DisputeSource.REFERRAL) {
      throw Refusal.field("referringCourtId", "只有委托移送（REFERRAL）的纠纷才填写邀请调解的法院。");
    }
    String courtId = said.courtId() == null ? before.referringCourtId() : said.courtId();
    CourtLevel level = said.levelOr(before.courtLevel());
    JsonObject fact =
        new JsonObject().put("referringCourtId", courtId).put("courtLevel", level.name());
    return courts
        .check(client, said.courtId())
        .compose(court -> store.refer(client, before.id(), courtId, level))
        .compose(
            done ->
                audit.append(
                    client,
                    Scopes.dispute(before.id()),
                    caller.principalId(),
                    "dispute-corrected",
                    fact));
  }

  /** What was answered stands in its own place, and in no log that others read. */
  private Future<Void> ask(SqlClient client, Caller caller, Dispute before, Marriage marriage) {
    if (!marriage.asked()) {
      return Future.succeededFuture();
    }
    Form fit = Form.of(new JsonObject());
    marriage.mustFit(before.type(), fit);
    fit.check();
    return marriages.put(client, before.id(), marriage, caller.principalId(), clock.instant());
  }

  /** The dispute as this caller may see it, else 404. */
  public Future<JsonObject> find(Caller caller, String id) {
    return database.withConnection(
        client ->
            ledger.visible(client, caller, id).compose(dispute -> view(client, caller, dispute)));
  }

  private Future<JsonObject> view(SqlClient client, Caller caller, Dispute dispute) {
    Future<List<Party>> parties = ledger.parties(client, dispute.id());
    Future<List<Representative>> people = ledger.representatives(client, dispute.id());
    Future<Map<String, JsonArray>> rooms = store.rooms(client, List.of(dispute.id()));
    Future<Standing> standing = standings.of(client, dispute.id());
    Future<Marriage> marriage = marriage(client, caller, dispute);
    return Future.all(parties, people, rooms, standing, marriage)
        .map(
            all ->
                caller instanceof Caller.Guest
                    ? DisputeViews.forParty(
                        dispute,
                        parties.result(),
                        people.result(),
                        partyOf(caller, people.result()))
                    : DisputeViews.forStaff(
                            dispute,
                            parties.result(),
                            people.result(),
                            rooms.result().getOrDefault(dispute.id(), new JsonArray()))
                        .mergeIn(StandingViews.whole(standing.result()))
                        .mergeIn(marriage(marriage.result())));
  }

  /** Health is for those who mediate; of all others nobody has asked. */
  private Future<Marriage> marriage(SqlClient client, Caller caller, Dispute dispute) {
    boolean mediates = caller.is(Role.MEDIATOR) || caller.is(Role.INVITED_MEDIATOR);
    return mediates && dispute.type().family()
        ? marriages.of(client, dispute.id())
        : Future.succeededFuture(Marriage.UNASKED);
  }

  private static JsonObject marriage(Marriage marriage) {
    return marriage.asked() ? JsonObject.of("marriage", marriage.toJson()) : new JsonObject();
  }

  private static String partyOf(Caller caller, List<Representative> people) {
    return people.stream()
        .filter(one -> one.id().equals(caller.principalId()))
        .map(Representative::partyId)
        .findFirst()
        .orElse(caller.principalId());
  }

  /**
   * The disputes that this member of staff may see, newest first.
   *
   * @param after the {@code next} of the page before, or 0
   * @return {@code {items, next?}}
   */
  public Future<JsonObject> list(Caller caller, long after, int limit) {
    return list(caller, DisputeFilter.NONE, after, limit);
  }

  /** The same, narrowed by a query such as {@code {q, status, type, level, overdue}}. */
  public Future<JsonObject> list(Caller caller, JsonObject query, long after, int limit) {
    Form form = Form.of(query);
    DisputeFilter filter = FilterForm.read(form, vault, clock.instant());
    form.check();
    return list(caller, filter, after, limit);
  }

  /** What the caller may see that a report may repeat: {@code {names?, phones?, address?}}. */
  public Future<JsonObject> similar(Caller caller, JsonObject query) {
    Form form = Form.of(query);
    Similar similar = Similar.read(form, vault);
    form.check();
    return similar.asksForNothing()
        ? Future.succeededFuture(JsonObject.of("items", new JsonArray()))
        : list(caller, DisputeFilter.like(similar), 0, MOST_SIMILAR);
  }

  /** What the caller may see that this dispute, which he sees, may repeat. */
  public Future<JsonObject> similarTo(Caller caller, String id) {
    Caller.Staff staff = caller.staff();
    return database
        .withConnection(
            client ->
                ledger
                    .visible(client, staff, id)
                    .compose(
                        dispute ->
                            ledger
                                .parties(client, id)
                                .map(parties -> Similar.to(dispute, parties))))
        .compose(similar -> list(caller, DisputeFilter.like(similar), 0, MOST_SIMILAR));
  }

  private Future<JsonObject> list(Caller caller, DisputeFilter filter, long after, int limit) {
    Caller.Staff staff = caller.staff();
    long before = after <= 0 ? Long.MAX_VALUE : after;
    return database.withConnection(
        client ->
            ledger
                .look(client, staff)
                .compose(look -> store.visible(client, look, filter, before, limit))
                .compose(found -> page(client, found, limit)));
  }

  private Future<JsonObject> page(SqlClient client, List<Dispute> found, int limit) {
    List<String> ids = found.stream().map(Dispute::id).toList();
    Future<Map<String, List<Party>>> parties = store.parties(client, ids);
    Future<Map<String, JsonArray>> rooms = store.rooms(client, ids);
    Future<Map<String, Standing>> standing = standings.of(client, ids);
    return Future.all(parties, rooms, standing)
        .map(all -> page(found, parties.result(), rooms.result(), standing.result(), limit));
  }

  private static JsonObject page(
      List<Dispute> found,
      Map<String, List<Party>> parties,
      Map<String, JsonArray> rooms,
      Map<String, Standing> standing,
      int limit) {
    List<JsonObject> lines = new ArrayList<>();
    for (Dispute dispute : found) {
      lines.add(
          DisputeViews.line(
                  dispute,
                  parties.getOrDefault(dispute.id(), List.of()),
                  rooms.getOrDefault(dispute.id(), new JsonArray()))
              .mergeIn(StandingViews.line(standing.get(dispute.id()))));
    }
    JsonObject page = new JsonObject().put("items", new JsonArray(lines));
    return found.size() < limit
        ? page
        : page.put("next", String.valueOf(found.get(found.size() - 1).ordinal()));
  }
}
