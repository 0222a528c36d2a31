package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import org.yilian.disputes.Risk;
import org.yilian.disputes.Standing;
import org.yilian.identity.AreaLevel;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * How risky a dispute is and which level deals with it. A person decides both and says why; a
 * higher risk reports to the next centre by itself; for a lower one see {@link Lowerings}.
 */
public final class Levels {
  private static final int LONGEST_REASON = 500;

  private final CentreClockStore centreClocks = new CentreClockStore();
  private final Cases cases;
  private final Lowerings lowerings;
  private final Clock clock;

  Levels(Cases cases, Lowerings lowerings, Clock clock) {
    this.cases = cases;
    this.lowerings = lowerings;
    this.clock = clock;
  }

  /**
   * A centre judges the risk: {@code {risk, reason, reviewerId?, version?}}. A lower one is a
   * proposal until the reviewer confirms it.
   */
  public Future<Void> rate(Caller caller, String disputeId, Form form) {
    Risk risk = form.word("risk", Risk.class);
    String reason = form.text("reason", LONGEST_REASON);
    String reviewer = form.optionalText("reviewerId", 64);
    form.check();
    return cases.change(
        caller,
        disputeId,
        form,
        found -> {
          found.by().centreOf(found.standing());
          found.requireOpen();
          return risk.compareTo(found.standing().risk()) < 0
              ? lowerings.propose(found, Lowering.Subject.RISK, risk.name(), reason, reviewer)
              : cases.actedOn(found).compose(now -> rate(now, risk, reason));
        });
  }

  private Future<Void> rate(Case found, Risk risk, String reason) {
    Standing before = found.standing();
    Standing rated = before.rated(risk);
    boolean up = risk.reportedTo().compareTo(before.level()) > 0;
    Standing next = up ? rated.on(risk.reportedTo()) : rated;
    return cases
        .save(found, next)
        .compose(done -> noteRated(found, risk, reason))
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

  /** As risky, and as high, as another one that becomes a part of it: a merger lowers neither. */
  Future<Void> atLeast(Case found, Standing other, String reason) {
    Standing before = found.standing();
    boolean riskier = other.risk().compareTo(before.risk()) > 0;
    boolean higher = other.level().compareTo(before.level()) > 0;
    Case now = riskier ? found.as(before.rated(other.risk())) : found;
    Future<Void> rated = riskier ? cases.save(now, now.standing()) : nothing();
    return rated
        .compose(done -> riskier ? noteRated(found, other.risk(), reason) : nothing())
        .compose(done -> higher ? raise(now, other.level(), reason) : nothing());
  }

  private Future<Void> noteRated(Case found, Risk to, String reason) {
    return note(found, Lowering.Subject.RISK, "dispute-rated", to.name(), reason);
  }

  private Future<Void> note(
      Case found, Lowering.Subject what, String kind, String to, String reason) {
    JsonObject fact =
        new JsonObject().put("from", what.of(found.standing())).put("to", to).put("reason", reason);
    return cases.note(found, kind, fact);
  }

  /** The centre above has as long to act as a unit has to sign for it. */
  private Future<Void> noteRaised(Case found, Standing next, String reason) {
    Instant due = clock.instant().plus(Tempo.of(next.risk(), null).sign());
    return centreClocks
        .begin(found.client(), found.disputeId(), due)
        .compose(done -> noteLevel(found, next.level(), reason));
  }

  static AreaLevel above(AreaLevel level) {
    AreaLevel next =
        level.above().orElseThrow(() -> Refusal.conflict("highest-level", "已经在市级中心，没有更高的层级。"));
    return next.compareTo(AreaLevel.STREET) < 0 ? AreaLevel.STREET : next;
  }

  /** Proposes a lower level to a reviewer: {@code {level, reason, reviewerId}}. */
  public Future<Void> lower(Caller caller, String disputeId, Form form) {
    AreaLevel to = form.word("level", AreaLevel.class);
    String reason = form.text("reason", LONGEST_REASON);
    String reviewer = form.text("reviewerId", 64);
    form.check();
    return cases.change(
        caller,
        disputeId,
        form,
        found -> {
          found.by().centreOf(found.standing());
          found.requireOpen();
          if (to.compareTo(found.standing().level()) >= 0) {
            throw Refusal.field("level", "应低于现在的层级。");
          }
          return lowerings.propose(found, Lowering.Subject.LEVEL, to.name(), reason, reviewer);
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

  private Future<Void> noteLevel(Case found, AreaLevel to, String reason) {
    return note(found, Lowering.Subject.LEVEL, "dispute-raised", to.name(), reason);
  }

  private static Future<Void> nothing() {
    return Future.succeededFuture();
  }
}
