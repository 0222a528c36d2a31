package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import org.yilian.audit.Fact;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Handling;
import org.yilian.disputes.Standing;
import org.yilian.identity.Area;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;

/** The whole story of a dispute: what happened in order, who has it, and what the caller may do. */
public final class Stories {
  private final AssignmentStore assignments = new AssignmentStore();
  private final RoundStore rounds = new RoundStore();
  private final RiskPoints points = new RiskPoints();
  private final Cases cases;
  private final Areas areas;

  Stories(Cases cases, Areas areas) {
    this.cases = cases;
    this.areas = areas;
  }

  /** {@code {place, facts, assignments, rounds, points, may}}, or 404. */
  public Future<JsonObject> of(Caller caller, String disputeId) {
    Caller.Staff staff = caller.staff();
    return cases
        .database()
        .withConnection(
            client ->
                cases
                    .visible(client, staff, disputeId)
                    .compose(dispute -> tell(client, staff, dispute)));
  }

  private Future<JsonObject> tell(SqlClient client, Caller.Staff staff, Dispute dispute) {
    Future<List<Fact>> facts = cases.story(client, dispute.id());
    Future<List<Assignment>> hands = assignments.ofDispute(client, dispute.id());
    Future<List<JsonObject>> talks = rounds.of(client, dispute.id());
    Future<Standing> standing = cases.standings().of(client, dispute.id());
    Future<Look> look = cases.ledger().look(client, staff);
    Future<List<Area>> place = standing.compose(found -> areas.chain(client, found.areaCode()));
    Future<JsonObject> risk = standing.compose(found -> points.of(client, dispute, found));
    return Future.all(List.of(facts, hands, talks, standing, look, place, risk))
        .map(
            all -> {
              Actor actor = Actor.of(staff, look.result());
              return new JsonObject()
                  .put("place", list(place.result().stream().map(Area::toJson).toList()))
                  .put("facts", list(facts.result().stream().map(Stories::view).toList()))
                  .put(
                      "assignments", list(hands.result().stream().map(Assignment::toJson).toList()))
                  .put("rounds", list(talks.result()))
                  .put("points", risk.result())
                  .put("may", may(actor, dispute, standing.result(), hands.result()));
            });
  }

  private static JsonArray list(List<JsonObject> items) {
    return new JsonArray(items);
  }

  private static JsonObject view(Fact fact) {
    return new JsonObject()
        .put("at", fact.at().toString())
        .put("kind", fact.kind())
        .put("data", fact.data());
  }

  /** The acts that the page offers; each is decided again when it is done. */
  private static JsonObject may(
      Actor actor, Dispute dispute, Standing standing, List<Assignment> hands) {
    boolean open = !dispute.status().over();
    boolean overseer = actor.look().oversees(standing.areaCode());
    boolean centre =
        overseer
            && actor
                .look()
                .centre()
                .filter(level -> level.compareTo(standing.level()) >= 0)
                .isPresent();
    boolean own = dispute.createdBy().equals(actor.id());
    boolean has = hands.stream().anyMatch(one -> one.state().active() && actor.has(one));
    boolean signed =
        hands.stream()
            .anyMatch(one -> one.state() == Assignment.State.SIGNED_FOR && actor.has(one));
    boolean alone = standing.handling() == Handling.SELF;
    return new JsonObject()
        .put("handOn", open && centre)
        .put("rate", open && centre)
        .put("urge", open && centre)
        .put("merge", open && centre)
        .put("raise", open && standing.level() != AreaLevel.CITY && (overseer || own || has))
        .put("record", open && (centre || signed || own && alone))
        .put("askHelp", open && alone && (own || overseer))
        .put("close", dispute.status().resolved() && (centre || own || overseer))
        .put("sign", mine(actor, hands));
  }

  /** The assignments that wait for the caller's signature. */
  private static JsonArray mine(Actor actor, List<Assignment> hands) {
    JsonArray ids = new JsonArray();
    hands.stream()
        .filter(one -> one.state() == Assignment.State.OFFERED && actor.has(one))
        .forEach(one -> ids.add(one.id()));
    return ids;
  }
}
