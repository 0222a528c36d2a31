package org.yilian.agreements;

import io.vertx.core.Future;
import java.time.Clock;
import org.yilian.audit.Audit;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.Hearing;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Numbers;
import org.yilian.disputes.Uploads;
import org.yilian.evidence.Heads;
import org.yilian.identity.Codes;

/** Joins the use cases of agreements, whose parts are known to this package alone. */
public final class AgreementOffice {
  /**
   * What agreements are built upon.
   *
   * @param demo whether everything bears that it is without legal effect
   */
  public record Ground(
      Database database,
      Ledger ledger,
      Hearing hearing,
      Numbers numbers,
      StoredFiles files,
      Codes codes,
      Audit audit,
      Heads heads,
      Clock clock,
      boolean demo) {}

  private final Ground ground;
  private final Mediations mediations;
  private final Access access;
  private final Papers papers;
  private final Notices notices;
  private final Drafting drafting;
  private final Authoring authoring;

  public AgreementOffice(Ground ground, Mediations mediations, Papers papers, Notices notices) {
    this.ground = ground;
    this.mediations = mediations;
    this.papers = papers;
    this.notices = notices;
    this.access = new Access(mediations);
    this.drafting = new Drafting(ground.clock(), ground.demo());
    this.authoring =
        new Authoring(
            ground.database(),
            access,
            mediations,
            drafting,
            ground.numbers(),
            ground.audit(),
            ground.clock());
  }

  /** The agreements themselves. */
  public Agreements agreements() {
    Deadlines deadlines = new Deadlines(WorkingDays.loaded());
    AgreementViews views = new AgreementViews(deadlines, ground.demo());
    return new Agreements(
        ground.database(), access, mediations, authoring, drafting, views, steps(), notices);
  }

  /** How public-security cases go on after their mediation. */
  public PoliceOutcomes policeOutcomes(Deadlines deadlines) {
    return new PoliceOutcomes(
        ground.database(),
        mediations,
        ground.files(),
        new PoliceOutcomeViews(deadlines),
        notices,
        ground.audit(),
        ground.clock());
  }

  private AgreementSteps steps() {
    DisputeSteps disputes = new DisputeSteps(ground.ledger());
    return new AgreementSteps(
        proposals(disputes), signing(), declining(disputes), sealing(disputes), marks(), quotes());
  }

  private Proposals proposals(DisputeSteps disputes) {
    return new Proposals(
        ground.database(),
        access,
        authoring,
        papers,
        disputes,
        notices,
        ground.audit(),
        ground.clock());
  }

  private Signing signing() {
    return new Signing(
        ground.database(),
        access,
        new SigningRules(mediations, ground.clock()),
        ground.codes(),
        ground.ledger(),
        ground.files(),
        notices,
        ground.audit(),
        ground.clock());
  }

  private Declining declining(DisputeSteps disputes) {
    return new Declining(
        ground.database(),
        access,
        disputes,
        notices,
        ground.hearing(),
        ground.audit(),
        ground.clock());
  }

  private Sealing sealing(DisputeSteps disputes) {
    return new Sealing(
        ground.database(),
        access,
        papers,
        ground.files(),
        disputes,
        notices,
        ground.audit(),
        ground.heads(),
        ground.clock());
  }

  private Marks marks() {
    return new Marks(ground.database(), access, ground.clock());
  }

  private Quotes quotes() {
    return new Quotes(ground.database(), access, ground.audit(), ground.clock());
  }

  /** What confirmation may ask of them. */
  public Concerns concerns() {
    SigningRules rules = new SigningRules(mediations, ground.clock());
    return new Concerns(access, mediations, authoring, drafting, rules, papers, ground.files());
  }

  /** Their texts, pictures and PDFs. */
  public AgreementDocuments documents() {
    return new AgreementDocuments(ground.database(), access, papers, ground.files());
  }

  /** Scans of signed papers are read by staff who may see the agreement; no side sees them. */
  public void entitle(Uploads uploads) {
    uploads.entitle(
        "agreement",
        (client, caller, id) -> {
          caller.staff();
          return access.see(client, caller, id).compose(seen -> Future.succeededFuture());
        });
  }
}
