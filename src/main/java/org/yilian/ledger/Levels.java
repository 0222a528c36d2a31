package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import org.yilian.disputes.Risk;
import org.yilian.disputes.Standing;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.identity.People;
import org.yilian.identity.Person;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * How risky a dispute is and which level deals with it. A person decides both and says why; a
 * higher risk reports to the next centre by itself, a lower one needs somebody who reviews it.
 */
public final class Levels {
  private static final int LONGEST_REASON = 500;

  private final CentreClockStore centreClocks = new CentreClockStore();
  private final Cases cases;
  private final People people;
  private final Areas areas;
  private final Clock clock;

  Levels(Cases cases, People people, Areas areas, Clock clock) {
    this.cases = cases;
    this.people = people;
    this.areas = areas;
    this.clock = clock;
  }

  /** A centre judges the risk: {@code {risk, reason, reviewerId?, version?}}. */
  public Future<Void> rate(Caller caller, String disputeId, Form form) {
    Risk risk = form.word("risk", Risk.class);
    String reason = form.text("reason", LONGEST_REASON);
    String reviewer = form.optionalText("reviewerId", 64);
    form.check();
    return cases.changeAsCentre(
        caller,
        disputeId,
        form,
        found -> {
          found.requireOpen();
          boolean lower = risk.compareTo(found.standing().risk()) < 0;
          return reviewed(found, lower, reviewer).compose(name -> rate(found, risk, reason, name));
        });
  }

  private Future<Void> rate(Case found, Risk risk, String reason, String reviewer) {
    Standing before = found.standing();
    Standing rated = before.rated(risk);
    boolean up = risk.reportedTo().compareTo(before.level()) > 0;
    JsonObject fact =
        new JsonObject()
            .put("from", before.risk().name())
            .put("to", risk.name())
            .put("reason", reason)
            .put("reviewer", reviewer);
    Standing next = up ? rated.on(risk.reportedTo()) : rated;
    return cases
        .save(found, next)
        .compose(done -> cases.note(found, "dispute-rated", fact))
        .compose(done -> up ? noteRaised(found, next, reason) : nothing());
  }

  /** Whoever deals with it reports it to the next level: {@code {reason, version?}}. */
  public Future<Void> raise(Caller caller, String disputeId, Form form) {
    String reason = form.text("reason", LONGEST_REASON);
    form.check();
    return cases.change(
        caller,
        disputeId,
        form,
        found ->
            mayRaise(found).compose(may -> raise(found, above(found.standing().level()), reason)));
  }

  /** To that level, by whoever the case is changed by. */
  Future<Void> raise(Case found, AreaLevel to, String reason) {
    Standing next = found.standing().on(to);
    return cases.save(found, next).compose(done -> noteRaised(found, next, reason));
  }

  /** The centre above has as long to act as a unit has to sign for it. */
  private Future<Void> noteRaised(Case found, Standing next, String reason) {
    Instant due = clock.instant().plus(Tempo.of(next.risk(), null).sign());
    return centreClocks
        .begin(found.client(), found.disputeId(), due)
        .compose(done -> noteLevel(found, found.standing().level(), next.level(), reason, null));
  }

  static AreaLevel above(AreaLevel level) {
    AreaLevel next =
        level.above().orElseThrow(() -> Refusal.conflict("highest-level", "已经在市级中心，没有更高的层级。"));
    return next.compareTo(AreaLevel.STREET) < 0 ? AreaLevel.STREET : next;
  }

  /** Back to a lower level, with a reason and a reviewer: {@code {level, reason, reviewerId}}. */
  public Future<Void> lower(Caller caller, String disputeId, Form form) {
    AreaLevel to = form.word("level", AreaLevel.class);
    String reason = form.text("reason", LONGEST_REASON);
    String reviewer = form.text("reviewerId", 64);
    form.check();
    return cases.changeAsCentre(
        caller,
        disputeId,
        form,
        found -> {
          found.requireOpen();
          AreaLevel from = found.standing().level();
          if (to.compareTo(from) >= 0) {
            throw Refusal.field("level", "应低于现在的层级。");
          }
          return reviewed(found, true, reviewer)
              .compose(
                  name ->
                      cases
                          .save(found, found.standing().on(to))
                          .compose(done -> noteLevel(found, from, to, reason, name)));
        });
  }

  /**
   * Takes an alarm back that proved to be none: {@code {reason}}. Its reason names the words that
   * were none, and is not heard for them.
   */
  public Future<Void> calm(Caller caller, String disputeId, Form form) {
    String reason = form.text("reason", LONGEST_REASON);
    Long version = form.optionalNumber("version", 0, Integer.MAX_VALUE);
    form.check();
    return cases.changeAsCentre(
        caller,
        disputeId,
        Form.of(JsonObject.of("version", version)),
        found ->
            cases
                .save(found, found.standing().alarmed(null))
                .compose(
                    done ->
                        cases.note(found, "alarm-calmed", new JsonObject().put("reason", reason))));
  }

  private Future<Void> mayRaise(Case found) {
    found.requireOpen();
    return cases
        .rights(found)
        .map(
            rights -> {
              if (!rights.raise()) {
                throw Refusal.notFound();
              }
              return null;
            });
  }

  /** The name of the reviewer, who is another person of a centre that looks over the place. */
  private Future<String> reviewed(Case found, boolean needed, String reviewerId) {
    if (!needed) {
      return Future.succeededFuture();
    }
    if (reviewerId == null) {
      throw Refusal.field("reviewerId", "调低风险或层级，需要另一位中心工作人员复核，请选择复核人。");
    }
    if (reviewerId.equals(found.by().id())) {
      throw Refusal.field("reviewerId", "复核人不能是您自己。");
    }
    SqlClient client = found.client();
    return people
        .find(client, reviewerId)
        .map(person -> person.orElseThrow(Levels::noReviewer))
        .compose(person -> areas.look(client, person).map(look -> reviewer(found, person, look)));
  }

  private static String reviewer(Case found, Person person, Look look) {
    if (look.centre().isEmpty() || !look.oversees(found.standing().areaCode())) {
      throw noReviewer();
    }
    return person.name();
  }

  private static Refusal noReviewer() {
    return Refusal.field("reviewerId", "复核人应是管辖本地的中心工作人员。");
  }

  private Future<Void> noteLevel(
      Case found, AreaLevel from, AreaLevel to, String reason, String reviewer) {
    JsonObject fact =
        new JsonObject()
            .put("from", from.name())
            .put("to", to.name())
            .put("reason", reason)
            .put("reviewer", reviewer);
    String kind = to.compareTo(from) > 0 ? "dispute-raised" : "dispute-lowered";
    return cases.note(found, kind, fact);
  }

  private static Future<Void> nothing() {
    return Future.succeededFuture();
  }
}
