package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.disputes.DispatchQueue;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Handling;
import org.yilian.disputes.Standing;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Areas;
import org.yilian.identity.Organisation;
import org.yilian.kernel.Periodic;
import org.yilian.kernel.Turns;

/**
 * Hands new disputes on by the rules, right after their entry. What a crash left in the queue is
 * handed on later; of several servers one does it.
 */
public final class Dispatching {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatching.class);
  private static final long SWEEP_MILLIS = 5_000;
  private static final int BATCH = 200;

  /** In a burst the reports themselves come first: they wait for the same connections. */
  private static final int AT_ONCE = 3;

  private static final int WAITING = 2_000;

  /** Who leads where the rules name nobody whom the place has: no dispute is left to nobody. */
  private static final List<String> CENTRES = List.of("街道中心", "区中心", "市中心");

  private final CentreClockStore centreClocks = new CentreClockStore();
  private final DispatchQueue queue = new DispatchQueue();
  private final Turns turns = new Turns(AT_ONCE, WAITING);
  private final Periodic rounds;
  private final Cases cases;
  private final Hands hands;
  private final RuleTables rules;
  private final Areas areas;
  private final Clock clock;

  Dispatching(Vertx vertx, Cases cases, Hands hands, RuleTables rules, Areas areas, Clock clock) {
    this.rounds = new Periodic(vertx, SWEEP_MILLIS, this::sweep);
    this.cases = cases;
    this.hands = hands;
    this.rules = rules;
    this.areas = areas;
    this.clock = clock;
  }

  /** Looks from now on for what was left in the queue. */
  public void start() {
    rounds.start();
  }

  public void stop() {
    rounds.stop();
  }

  /** Hands on what is queued; one that fails keeps no other from being handed on. */
  public Future<Void> sweep() {
    return cases
        .database()
        .withConnection(client -> queue.oldest(client, BATCH))
        .compose(this::dispatchAll)
        .onFailure(failure -> LOG.warn("queue not read reason={}", failure.toString()));
  }

  private Future<Void> dispatchAll(List<String> ids) {
    Future<Void> done = Future.succeededFuture();
    for (String id : ids) {
      done = done.compose(before -> dispatch(id).otherwiseEmpty());
    }
    return done;
  }

  /** Hands a new dispute on in its turn; what finds no place is left to the next round. */
  void soon(String disputeId) {
    turns.take(() -> dispatch(disputeId));
  }

  /** Hands one dispute on, if nobody else has. */
  public Future<Void> dispatch(String disputeId) {
    return cases
        .database()
        .<Void>inTransaction(
            client ->
                queue
                    .take(client, disputeId)
                    .compose(
                        taken -> taken ? dispatch(client, disputeId) : Future.succeededFuture()))
        .onSuccess(done -> cases.changed(disputeId))
        .onFailure(failure -> LOG.warn("dispatch left for later reason={}", failure.toString()));
  }

  private Future<Void> dispatch(SqlClient client, String disputeId) {
    return cases
        .locked(client, disputeId, Actor.SYSTEM)
        .compose(
            found ->
                rules
                    .inForce(client, found.standing().areaCode())
                    .compose(
                        table -> team(found, table).compose(team -> handOn(found, table, team))));
  }

  private Future<Void> handOn(Case found, RuleTable table, Hands.Team team) {
    if (team.lead() == null && team.cooperating().isEmpty()) {
      return Future.succeededFuture();
    }
    DispatchRule rule = table.ruleFor(report(found.dispute(), found.standing())).orElse(null);
    Tempo usual = Tempo.of(found.standing().risk(), rule);
    Tempo tempo = found.standing().alarm() == null ? usual : usual.atOnce();
    boolean centre = Hands.levelOf(team.lead()).filter(Dispatching::aboveStreet).isPresent();
    return hands
        .handOn(found, team, tempo)
        .compose(done -> centre ? watch(found, tempo) : nothing());
  }

  private static boolean aboveStreet(AreaLevel level) {
    return level.compareTo(AreaLevel.STREET) > 0;
  }

  /** A centre to which the rules bring it is as bound to act as one to which it is raised. */
  private Future<Void> watch(Case found, Tempo tempo) {
    Instant due = clock.instant().plus(tempo.sign());
    return centreClocks.begin(found.client(), found.disputeId(), due);
  }

  private static Future<Void> nothing() {
    return Future.succeededFuture();
  }

  /** An alarm goes to the police at once, also where the reporter deals with it himself. */
  private Future<Hands.Team> team(Case found, RuleTable table) {
    DispatchRule.Report report = report(found.dispute(), found.standing());
    DispatchRule rule = table.ruleFor(report).orElseThrow();
    boolean together = found.standing().handling() == Handling.TOGETHER;
    List<String> helpers = new ArrayList<>(together ? rule.cooperating() : List.of());
    if (found.standing().alarm() != null && !helpers.contains(Alarms.POLICE)) {
      helpers.add(Alarms.POLICE);
    }
    List<String> leads = together ? leads(table, rule) : List.of();
    Set<String> duties = new HashSet<>(helpers);
    duties.addAll(leads);
    return areas
        .units(found.client(), found.standing().areaCode(), duties)
        .map(units -> team(units, leads, helpers, rule.responsible()));
  }

  private static List<String> leads(RuleTable table, DispatchRule rule) {
    List<String> leads = new ArrayList<>(table.withStandIns(rule.lead()));
    leads.addAll(CENTRES);
    return leads;
  }

  /** The first lead that the place has, and those of the helpers that it has. */
  private static Hands.Team team(
      Map<String, Organisation> units,
      List<String> leads,
      List<String> helpers,
      List<String> responsible) {
    Optional<Organisation> lead =
        leads.stream().map(units::get).filter(Objects::nonNull).findFirst();
    List<Organisation> others =
        helpers.stream()
            .map(units::get)
            .filter(Objects::nonNull)
            .distinct()
            .filter(unit -> !lead.filter(unit::equals).isPresent())
            .toList();
    return new Hands.Team(lead.orElse(null), others, responsible, null);
  }

  static DispatchRule.Report report(Dispute dispute, Standing standing) {
    String text =
        dispute.cause() + " " + (dispute.description() == null ? "" : dispute.description());
    return new DispatchRule.Report(dispute.type(), standing.subtype(), standing.areaCode(), text);
  }
}
