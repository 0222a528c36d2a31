package org.yilian;

import org.yilian.calendar.WorkingDays;
import org.yilian.disputes.Recusals;
import org.yilian.rooms.DutyAnswers;
import org.yilian.rooms.DutyCallClock;
import org.yilian.rooms.DutyCalls;
import org.yilian.rooms.ShiftHandOvers;
import org.yilian.rosters.OnDuty;
import org.yilian.rosters.RosterCopies;
import org.yilian.rosters.Rosters;
import org.yilian.rosters.Substitutions;
import org.yilian.web.Api;
import org.yilian.web.DutyCallRoutes;
import org.yilian.web.RosterRoutes;

/** Rosters, and how rooms ask for whoever is on duty. */
final class RosterFeatures {
  final DutyCallClock clock;

  private final Foundation base;
  private final Recusals recusals;
  private final Rosters rosters;
  private final DutyCalls.Ground ground;

  RosterFeatures(Foundation base, DisputeFeatures disputes, CaseFeatures cases) {
    this.base = base;
    rosters = disputes.rosters;
    recusals = new Recusals(base.database, base.people, base.vault, base.clock);
    ground =
        new DutyCalls.Ground(
            base.database,
            cases.changes,
            cases.members,
            new OnDuty(base.organisations, disputes.standings, recusals, base.clock),
            recusals,
            disputes.ledger,
            disputes.representatives,
            cases.invites,
            base.organisations,
            base.people,
            base.sms,
            base.config.publicUrl(),
            base.clock);
    clock = new DutyCallClock(base.vertx, ground);
  }

  void addTo(Api api) {
    RosterCopies copies =
        new RosterCopies(
            base.database,
            base.areas,
            base.organisations,
            WorkingDays.loaded(),
            base.audit,
            base.clock);
    Substitutions substitutions =
        new Substitutions(
            base.database, base.areas, base.organisations, base.people, base.audit, base.clock);
    new RosterRoutes(rosters, copies, substitutions, recusals).addTo(api);
    new DutyCallRoutes(new DutyCalls(ground), new DutyAnswers(ground), new ShiftHandOvers(ground))
        .addTo(api);
  }

  void start() {
    clock.start();
  }

  void stop() {
    clock.stop();
  }
}
