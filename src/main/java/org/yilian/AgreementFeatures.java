package org.yilian;

import io.vertx.core.Future;
import org.yilian.agreements.AgreementDocuments;
import org.yilian.agreements.AgreementOffice;
import org.yilian.agreements.Agreements;
import org.yilian.agreements.ArchiveRenewals;
import org.yilian.agreements.Concerns;
import org.yilian.agreements.Mediations;
import org.yilian.agreements.Notices;
import org.yilian.agreements.Papers;
import org.yilian.agreements.PoliceOutcomes;
import org.yilian.agreements.SealKeys;
import org.yilian.agreements.Seals;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.confirmation.ConfirmationOffice;
import org.yilian.confirmation.Confirmations;
import org.yilian.confirmation.CourtPackages;
import org.yilian.confirmation.CourtPapers;
import org.yilian.confirmation.Courts;
import org.yilian.confirmation.Eligibility;
import org.yilian.documents.Documents;
import org.yilian.documents.OutsideKeys;
import org.yilian.dossiers.Dossiers;
import org.yilian.dossiers.SealedParts;
import org.yilian.dossiers.SpokenRecords;
import org.yilian.dossiers.Utterances;
import org.yilian.identity.Organisations;
import org.yilian.records.KnownDocuments;
import org.yilian.web.AgreementRoutes;
import org.yilian.web.Api;
import org.yilian.web.ConfirmationRoutes;
import org.yilian.web.DocumentRoutes;
import org.yilian.web.DossierRoutes;
import org.yilian.web.PoliceRoutes;
import org.yilian.web.TemplateRoutes;

/** Agreements, their documents and seals, and their confirmation by a court. */
final class AgreementFeatures {
  final Agreements agreements;
  final AgreementDocuments papers;
  final PoliceOutcomes outcomes;
  final Seals seals;
  final Notices notices;
  final Mediations mediations;
  final Concerns concerns;
  final Confirmations confirmations;
  final Courts courts;
  final Eligibility eligibility;
  final CourtPackages packages;
  final Dossiers dossiers;
  final SealedParts sealedParts;
  final SpokenRecords records;
  final ArchiveRenewals renewals;

  private final Utterances utterances;
  private final Documents documents;
  private final SealKeys keys;
  private final Organisations organisations;
  private final KnownDocuments known;

  AgreementFeatures(
      Foundation base,
      DisputeFeatures disputes,
      RoomFeatures rooms,
      Documents documents,
      OutsideKeys sealKeys) {
    this.documents = documents;
    this.organisations = base.organisations;
    known = new KnownDocuments(base.database, documents);
    String url = base.config.publicUrl().toString().replaceFirst("/$", "");
    mediations = new Mediations(disputes.ledger, base.organisations);
    keys =
        new SealKeys(
            base.database,
            documents,
            base.vault,
            sealKeys,
            base.config.seals().suite(),
            base.clock);
    seals = new Seals(base.database, documents, keys, base.clock);
    notices = new Notices(rooms.posts, rooms.signals, disputes.ledger, base.sms);
    renewals = new ArchiveRenewals(base.vertx, renewalGround(base, seals));
    AgreementOffice office =
        new AgreementOffice(
            ground(base, disputes),
            mediations,
            new Papers(base.vertx, documents, seals, url + "/verify"),
            notices);
    office.entitle(disputes.uploads);
    agreements = office.agreements();
    papers = office.documents();
    outcomes = office.policeOutcomes(new Deadlines(WorkingDays.loaded()));

    concerns = office.concerns();
    CourtPapers courtPapers =
        new CourtPapers(base.vertx, documents, seals, disputes.ledger, url + "/verify");
    ConfirmationOffice court =
        new ConfirmationOffice(courtGround(base, disputes), concerns, notices, courtPapers);
    court.entitle(disputes.uploads);
    confirmations = court.confirmations();
    courts = court.courts();
    eligibility = court.eligibility();
    packages = court.packages();
    utterances = new Utterances(rooms.transcripts());
    records = new SpokenRecords(base.database, utterances, base.audit, base.clock);
    dossiers = new Dossiers(dossierGround(base, concerns, documents));
    dossiers.entitle(disputes.uploads);
    sealedParts =
        new SealedParts(
            base.database, mediations, base.heads, utterances, records, documents, base.clock);
  }

  private static ArchiveRenewals.Ground renewalGround(Foundation base, Seals seals) {
    return new ArchiveRenewals.Ground(
        base.database,
        base.files,
        seals,
        base.audit,
        base.heads,
        base.config.seals().renewal(),
        base.clock);
  }

  private static ConfirmationOffice.Ground courtGround(Foundation base, DisputeFeatures disputes) {
    return new ConfirmationOffice.Ground(
        base.database,
        base.organisations,
        disputes.ledger,
        base.files,
        base.codes,
        base.audit,
        new Deadlines(WorkingDays.loaded()),
        base.clock,
        base.config.demo());
  }

  private Dossiers.Ground dossierGround(Foundation base, Concerns concerns, Documents documents) {
    return new Dossiers.Ground(
        base.database,
        base.files,
        mediations,
        concerns,
        base.heads,
        utterances,
        records,
        documents,
        new Deadlines(WorkingDays.loaded()),
        base.audit,
        base.clock);
  }

  private static AgreementOffice.Ground ground(Foundation base, DisputeFeatures disputes) {
    return new AgreementOffice.Ground(
        base.database,
        disputes.ledger,
        disputes.office.alarms,
        disputes.numbers,
        base.files,
        base.codes,
        base.audit,
        base.heads,
        base.clock,
        base.config.demo());
  }

  Future<Void> start() {
    return keys.tellOfStrangers(organisations).onSuccess(told -> renewals.start());
  }

  void stop() {
    renewals.stop();
  }

  void addTo(Api api) {
    new AgreementRoutes(agreements, papers, confirmations).addTo(api);
    new ConfirmationRoutes(confirmations, eligibility, courts, packages).addTo(api);
    new PoliceRoutes(outcomes).addTo(api);
    new DossierRoutes(dossiers, sealedParts, records).addTo(api);
    new TemplateRoutes(documents).addTo(api);
    new DocumentRoutes(seals, known).addTo(api);
  }
}
