package org.yilian.ledger;

import io.vertx.core.Vertx;
import java.time.Clock;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Numbers;
import org.yilian.disputes.Reports;
import org.yilian.disputes.Standings;
import org.yilian.identity.Areas;
import org.yilian.identity.Codes;
import org.yilian.identity.Organisations;
import org.yilian.identity.People;
import org.yilian.identity.Sms;
import org.yilian.identity.Throttles;
import org.yilian.identity.Vault;
import org.yilian.nodes.Nodes;
import org.yilian.speech.Recordings;

/** Everything that moves a dispute on, joined: what the server starts and stops as one. */
public final class Office {
  public final Alarms alarms;
  public final Assignments assignments;
  public final HandingOn handingOn;
  public final Levels levels;
  public final Lowerings lowerings;
  public final Rounds rounds;
  public final Closings closings;
  public final Escalations escalations;
  public final Bulk bulk;
  public final Stories stories;
  public final RuleTables rules;
  public final Warnings warnings;
  public final Mergers mergers;
  public final Estates estates;
  public final SpokenReports spokenReports;
  public final PublicReports publicReports;
  public final Clocks clocks;
  public final Dispatching dispatching;

  /** What the ledger's features stand on. */
  public record Ground(
      Vertx vertx,
      Database database,
      Ledger ledger,
      Standings standings,
      Numbers numbers,
      Areas areas,
      Organisations organisations,
      People people,
      Audit audit,
      Nodes nodes,
      Sms sms,
      Codes codes,
      Throttles throttles,
      Vault vault,
      Clock clock) {}

  public Office(Ground on, Reports reports, Recordings recordings) {
    Cases cases = new Cases(on.database(), on.ledger(), on.standings(), on.audit());
    Hands hands = new Hands(cases, on.clock());
    alarms = new Alarms(cases, hands, on.areas());
    cases.heardBy(alarms);
    rules = new RuleTables(on.database(), on.ledger(), on.clock());
    dispatching = new Dispatching(on.vertx(), cases, hands, rules, on.areas(), on.clock());
    Bell bell = new Bell(on.vertx(), on.database(), on.nodes());
    cases.onChanged(bell::ringFor);
    assignments = new Assignments(cases, bell, on.clock());
    handingOn = new HandingOn(cases, hands, dispatching, rules, on.organisations(), on.clock());
    lowerings = new Lowerings(cases, on.people(), on.areas(), on.clock());
    levels = new Levels(cases, lowerings, on.clock());
    rounds = new Rounds(cases, on.clock());
    escalations = new Escalations(cases);
    bulk = new Bulk(assignments, handingOn);
    closings = new Closings(cases, on.numbers(), on.clock());
    estates = new Estates(on.database(), on.ledger(), on.areas(), on.clock());
    spokenReports = new SpokenReports(on, recordings);
    publicReports = new PublicReports(on, reports, estates, spokenReports);
    warnings = new Warnings(on.vertx(), on.database(), on.ledger(), on.clock());
    mergers = new Mergers(cases, levels, on.clock());
    stories = new Stories(cases, on.areas(), on.clock());
    clocks = new Clocks(on.vertx(), cases, levels, on.clock());
    reports.onQueued(dispatching::soon);
  }

  /** Sees from now on to the queue and to the clocks. */
  public void start() {
    dispatching.start();
    clocks.start();
    warnings.start();
  }

  public void stop() {
    dispatching.stop();
    clocks.stop();
    warnings.stop();
  }
}
