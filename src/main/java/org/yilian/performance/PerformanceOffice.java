package org.yilian.performance;

import io.vertx.core.Vertx;
import java.time.Clock;
import org.yilian.agreements.Concerns;
import org.yilian.agreements.Notices;
import org.yilian.audit.Audit;
import org.yilian.calendar.Deadlines;
import org.yilian.confirmation.Confirmations;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.Hearing;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Standings;
import org.yilian.disputes.Uploads;
import org.yilian.documents.Documents;
import org.yilian.identity.Organisations;

/** Joins what sees to it that agreements are performed: what the server starts and stops as one. */
public final class PerformanceOffice {
  public final Performances performances;
  public final EnforcementPacks packs;
  public final Reminders reminders;

  /** What performance is built upon. */
  public record Ground(
      Database database,
      Concerns concerns,
      Confirmations confirmations,
      Ledger ledger,
      Standings standings,
      Hearing hearing,
      Organisations organisations,
      StoredFiles files,
      Documents documents,
      Notices notices,
      Audit audit,
      Deadlines deadlines,
      Clock clock) {}

  public PerformanceOffice(Vertx vertx, Ground on) {
    Schedules schedules = new Schedules(on.database(), on.concerns(), on.clock());
    PerformanceViews views = new PerformanceViews(on.deadlines());
    performances =
        new Performances(
            on.database(),
            on.concerns(),
            on.confirmations(),
            schedules,
            new StepTaking(on),
            views,
            on.clock());
    packs = new EnforcementPacks(on, views);
    reminders = new Reminders(vertx, on, schedules);
  }

  /** Proofs are read by the two sides of their obligation and by the staff of the room. */
  public void entitle(Uploads uploads) {
    uploads.entitle("obligation", performances::entitle);
  }

  public void start() {
    reminders.start();
  }

  public void stop() {
    reminders.stop();
  }
}
