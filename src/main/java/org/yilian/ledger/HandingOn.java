package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.yilian.disputes.DispatchQueue;
import org.yilian.disputes.Handling;
import org.yilian.disputes.Standing;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** Handing a dispute on by a person: a centre chooses the units, or its reporter asks for help. */
public final class HandingOn {
  private static final int MOST_UNITS = 12;
  private static final int LONGEST_REASON = 500;

  private final DispatchQueue queue = new DispatchQueue();
  private final UnitStore units = new UnitStore();
  private final Cases cases;
  private final Hands hands;
  private final Dispatching dispatching;
  private final RuleTables rules;
  private final Organisations organisations;
  private final Clock clock;

  HandingOn(
      Cases cases,
      Hands hands,
      Dispatching dispatching,
      RuleTables rules,
      Organisations organisations,
      Clock clock) {
    this.cases = cases;
    this.hands = hands;
    this.dispatching = dispatching;
    this.rules = rules;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * The units that the centre may choose from for this dispute; {@code suggested} is the one that
   * the rules would have lead at the centre's level.
   */
  public Future<List<JsonObject>> units(Caller caller, String disputeId) {
    return cases.look(
        caller,
        disputeId,
        found -> {
          AreaLevel centre = found.by().centreOf(found.standing());
          return units
              .around(found.client(), found.standing().areaCode(), found.by().look().areas())
              .compose(all -> suggesting(found, centre, all));
        });
  }

  private Future<List<JsonObject>> suggesting(Case found, AreaLevel centre, List<JsonObject> all) {
    String place = found.standing().areaCode();
    return rules
        .inForce(found.client(), place)
        .map(
            table -> {
              DispatchRule.Report report = Dispatching.report(found.dispute(), found.standing());
              table.leads(report, centre).stream()
                  .flatMap(duty -> all.stream().filter(unit -> answers(unit, duty, place)))
                  .findFirst()
                  .ifPresent(unit -> unit.put("suggested", true));
              return all;
            });
  }

  private static boolean answers(JsonObject unit, String duty, String place) {
    return duty.equals(unit.getString("duty")) && place.startsWith(unit.getString("areaCode"));
  }

  /** A centre hands on: {@code {leadId, cooperatingIds?, reason, version?}}. */
  public Future<Void> handOn(Caller caller, String disputeId, Form form) {
    String leadId = form.text("leadId", 64);
    List<String> helperIds = form.texts("cooperatingIds", MOST_UNITS, 64);
    String reason = form.text("reason", LONGEST_REASON);
    form.check();
    return cases.changeAsCentre(
        caller,
        disputeId,
        form,
        found -> {
          found.requireOpen();
          return team(found, leadId, helperIds, reason).compose(team -> handOn(found, team));
        });
  }

  private Future<Void> handOn(Case found, Hands.Team team) {
    return hands.handOn(found, team, Tempo.of(found.standing().risk(), null));
  }

  private Future<Hands.Team> team(
      Case found, String leadId, List<String> helperIds, String reason) {
    Future<Organisation> lead = unit(found, leadId, "leadId");
    List<Organisation> helpers = new ArrayList<>();
    Future<Void> done = Future.succeededFuture();
    for (int i = 0; i < helperIds.size(); i++) {
      String id = helperIds.get(i);
      String field = "cooperatingIds[" + i + "]";
      done = done.compose(before -> unit(found, id, field)).map(one -> add(helpers, one));
    }
    return Future.all(lead, done)
        .map(all -> new Hands.Team(lead.result(), helpers, List.of(), reason));
  }

  private static Void add(List<Organisation> helpers, Organisation one) {
    helpers.add(one);
    return null;
  }

  /** A unit of the centre's own area, or one above it that serves the place. */
  private Future<Organisation> unit(Case found, String id, String field) {
    String place = found.standing().areaCode();
    return organisations
        .find(found.client(), id)
        .map(unit -> unit.filter(one -> serves(found, one, place)))
        .map(unit -> unit.orElseThrow(() -> Refusal.field(field, "请从列表中选择本辖区的单位。")));
  }

  private static boolean serves(Case found, Organisation unit, String place) {
    String area = unit.areaCode() == null ? "" : unit.areaCode();
    return found.by().look().oversees(area) || !area.isEmpty() && place.startsWith(area);
  }

  /** 请求协同化解: whoever dealt with it himself asks for others, and the rules hand it on. */
  public Future<Void> askForHelp(Caller caller, String disputeId, Form form) {
    String reason = form.text("reason", LONGEST_REASON);
    form.check();
    return cases
        .change(
            caller,
            disputeId,
            form,
            found -> {
              found.requireOpen();
              return cases.rights(found).compose(rights -> queueFor(found, rights, reason));
            })
        .compose(done -> dispatching.dispatch(disputeId).otherwiseEmpty());
  }

  private Future<Void> queueFor(Case found, Rights rights, String reason) {
    if (!rights.askHelp()) {
      throw Refusal.notFound();
    }
    if (found.standing().handling() == Handling.TOGETHER) {
      throw Refusal.conflict("wrong-state", "这件纠纷已经请求协同化解，正在办理中。");
    }
    Standing next = found.standing().handled(Handling.TOGETHER);
    SqlClient client = found.client();
    return cases
        .save(found, next)
        .compose(done -> queue.put(client, found.disputeId(), clock.instant()))
        .compose(done -> cases.note(found, "help-asked", new JsonObject().put("reason", reason)));
  }
}
