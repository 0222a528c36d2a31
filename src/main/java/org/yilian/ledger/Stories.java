package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.yilian.audit.Fact;
import org.yilian.calendar.Deadlines;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.DisputeStatus;
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
  private final ResponsibleStore responsible = new ResponsibleStore();
  private final RoundStore rounds = new RoundStore();
  private final ClosingStore closings = new ClosingStore();
  private final EscalationStore escalations = new EscalationStore();
  private final LoweringStore lowerings = new LoweringStore();
  private final RiskPoints points;
  private final Cases cases;
  private final Areas areas;
  private final Clock clock;

  Stories(Cases cases, Areas areas, Clock clock) {
    this.points = new RiskPoints(cases.ledger(), clock);
    this.cases = cases;
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * {@code {place, facts, assignments, rounds, points, followUps, performance, archive?,
   * escalation, lowering?, may}}, or 404.
   */
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
    Future<List<JsonObject>> inHands = hands.compose(all -> told(client, all));
    Future<List<JsonObject>> talks = rounds.of(client, dispute.id());
    Future<Standing> standing = cases.standings().of(client, dispute.id());
    Future<Look> look = cases.ledger().look(client, staff);
    Future<List<Area>> place = standing.compose(found -> areas.chain(client, found.areaCode()));
    Future<JsonObject> risk =
        Future.all(standing, look)
            .compose(all -> points.of(client, look.result(), dispute, standing.result()));
    Future<Boolean> mediates =
        look.compose(found -> cases.mediates(client, dispute.id(), Actor.of(staff, found)));
    Future<JsonObject> after = closings.of(client, dispute.id());
    Future<JsonObject> escalation = escalations.of(client, dispute.id());
    Future<Optional<Lowering>> proposed =
        Future.all(lowerings.open(client, dispute.id()), standing)
            .map(both -> both.<Optional<Lowering>>resultAt(0))
            .map(open -> open.filter(one -> waits(one, dispute, standing.result())));
    return Future.all(
            List.of(
                facts,
                inHands,
                talks,
                standing,
                look,
                place,
                risk,
                mediates,
                after,
                escalation,
                proposed))
        .map(
            all -> {
              Actor actor = Actor.of(staff, look.result());
              Rights rights =
                  new Rights(actor, dispute, standing.result(), hands.result(), mediates.result());
              Case seen = new Case(client, dispute, standing.result(), actor);
              JsonObject may = may(rights, after.result());
              Optional<Lowering> open = proposed.result();
              may.put("review", open.filter(one -> Lowerings.mayDecide(seen, one)).isPresent());
              JsonObject story = new JsonObject();
              open.ifPresent(one -> story.put("lowering", one.toJson()));
              return story
                  .put("place", list(place.result().stream().map(Area::toJson).toList()))
                  .put("facts", list(facts.result().stream().map(Stories::view).toList()))
                  .put("assignments", list(inHands.result()))
                  .put("rounds", list(talks.result()))
                  .put("points", risk.result())
                  .put("may", may)
                  .put("escalation", escalation.result())
                  .mergeIn(after.result());
            });
  }

  private static boolean waits(Lowering one, Dispute dispute, Standing standing) {
    return one.fits(standing) && !dispute.status().over();
  }

  private Future<List<JsonObject>> told(SqlClient client, List<Assignment> hands) {
    List<JsonObject> views = hands.stream().map(Assignment::toJson).toList();
    return responsible.addTo(client, views, Deadlines.dateOf(clock.instant()));
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
  private static JsonObject may(Rights rights, JsonObject after) {
    DisputeStatus status = rights.dispute().status();
    boolean asCentre = rights.open() && rights.centre();
    Standing standing = rights.standing();
    boolean alone = standing.handling() == Handling.SELF;
    return new JsonObject()
        .put("handOn", asCentre)
        .put("rate", asCentre)
        .put("lower", asCentre && standing.level() != AreaLevel.GRID)
        .put("urge", asCentre)
        .put("merge", asCentre)
        .put("unmerge", status == DisputeStatus.MERGED && rights.centre())
        .put("calm", standing.alarm() != null && rights.centre())
        .put("escalation", Escalations.may(rights.by()))
        .put("raise", rights.open() && standing.level() != AreaLevel.CITY && rights.raise())
        .put("record", rights.open() && rights.record())
        .put("askHelp", rights.open() && alone && rights.askHelp())
        .put("followUp", status.endedWell() && rights.followUp())
        .put("close", status.resolved() && rights.close())
        .put(
            "archive",
            status == DisputeStatus.CLOSED && !after.containsKey("archive") && rights.close())
        .put("sign", new JsonArray(rights.sign()));
  }
}
