package org.yilian.confirmation;

import io.vertx.core.Future;
import java.time.Clock;
import org.yilian.agreements.Concerns;
import org.yilian.agreements.Notices;
import org.yilian.audit.Audit;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Uploads;
import org.yilian.identity.Codes;
import org.yilian.identity.Organisations;
import org.yilian.kernel.Refusal;

/** Joins the use cases of confirmation, whose parts are known to this package alone. */
public final class ConfirmationOffice {
  /** What confirmation is built upon. */
  public record Ground(
      Database database,
      Organisations organisations,
      Ledger ledger,
      StoredFiles files,
      Codes codes,
      Audit audit,
      Deadlines deadlines,
      Clock clock,
      boolean demo) {}

  private final Ground ground;
  private final Concerns concerns;
  private final Notices notices;
  private final CourtPapers papers;
  private final CaseFiles files;
  private final Recorder recorder;

  public ConfirmationOffice(Ground ground, Concerns concerns, Notices notices, CourtPapers papers) {
    this.ground = ground;
    this.concerns = concerns;
    this.notices = notices;
    this.papers = papers;
    this.files = new CaseFiles(concerns, ground.organisations());
    this.recorder = new Recorder(notices, ground.audit());
  }

  /** The courts and their jurisdiction. */
  public Courts courts() {
    return new Courts(ground.database(), ground.organisations());
  }

  /** Which court may confirm an agreement, and what stands in the way. */
  public Eligibility eligibility() {
    return new Eligibility(ground.database(), concerns, courts(), ground.deadlines());
  }

  /** The applications themselves. */
  public Confirmations confirmations() {
    ConfirmationDesks desks =
        new ConfirmationDesks(applications(), coSigning(), submissions(), bench(), motions());
    return new Confirmations(
        ground.database(), files, concerns, desks, ground.deadlines(), ground.demo());
  }

  private Applications applications() {
    return new Applications(
        ground.database(), eligibility(), papers, notices, ground.audit(), ground.clock());
  }

  private CoSigning coSigning() {
    return new CoSigning(
        ground.database(),
        files,
        concerns,
        ground.codes(),
        ground.ledger(),
        ground.files(),
        notices,
        recorder,
        ground.audit(),
        ground.clock());
  }

  private Submissions submissions() {
    return new Submissions(
        ground.database(),
        files,
        papers,
        ground.files(),
        ground.deadlines(),
        recorder,
        ground.clock());
  }

  private Bench bench() {
    return new Bench(ground.database(), files, ground.files(), recorder, ground.clock());
  }

  private Motions motions() {
    return new Motions(
        ground.database(), files, ground.files(), ground.deadlines(), recorder, ground.clock());
  }

  /** What goes to the court. */
  public CourtPackages packages() {
    return new CourtPackages(
        ground.database(),
        files,
        concerns,
        papers,
        new IdentityList(ground.ledger(), ground.demo()),
        ground.files(),
        ground.clock());
  }

  /** A ruling is for everyone concerned; what went to the court, for clerk and court alone. */
  public void entitle(Uploads uploads) {
    uploads.entitle(
        "confirmation", (client, caller, id) -> files.see(client, caller, id).mapEmpty());
    uploads.entitle(
        "application",
        (client, caller, id) ->
            files
                .see(client, caller, id)
                .compose(
                    file ->
                        file.clerk() || file.bench()
                            ? Future.succeededFuture()
                            : Future.failedFuture(Refusal.notFound())));
  }
}
