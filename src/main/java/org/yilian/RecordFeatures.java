package org.yilian;

import io.vertx.core.Future;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.documents.Documents;
import org.yilian.evidence.Days;
import org.yilian.exports.AgreementExports;
import org.yilian.records.Books;
import org.yilian.records.PaperLinks;
import org.yilian.records.PaperReading;
import org.yilian.records.PartyPapers;
import org.yilian.records.Phones;
import org.yilian.records.ReadingLinks;
import org.yilian.records.Readings;
import org.yilian.records.Receipts;
import org.yilian.records.RoomExports;
import org.yilian.records.SideReports;
import org.yilian.web.Api;
import org.yilian.web.EvidenceRoutes;
import org.yilian.web.ExportRoutes;
import org.yilian.web.PaperRoutes;
import org.yilian.web.RecordRoutes;

/** The evidence log and what is made from the records of mediations. */
final class RecordFeatures {
  final Days days;
  final AgreementExports exports;

  private final Foundation base;
  private final DisputeFeatures disputes;
  private final Documents documents;

  RecordFeatures(Foundation base, DisputeFeatures disputes, Documents documents) {
    this.base = base;
    this.disputes = disputes;
    this.documents = documents;
    exports = new AgreementExports(base.vertx, base.database, base.files, base.clock);
    days = new Days(base.vertx, base.database, base.signingKeys, base.heads, base.clock);
  }

  void addTo(Api api) {
    Receipts receipts = new Receipts(base.database, base.signingKeys, days, base.clock);
    RoomExports evidence = new RoomExports(base.database, base.signingKeys, base.heads, base.clock);
    new EvidenceRoutes(receipts, evidence, base.signingKeys, days).addTo(api);
    Deadlines deadlines = new Deadlines(WorkingDays.loaded());
    new RecordRoutes(
            new SideReports(base.database, base.clock),
            new Books(base.database, documents::title, deadlines, base.clock))
        .addTo(api);
    papers().addTo(api);
    new ExportRoutes(exports).addTo(api);
  }

  private PaperRoutes papers() {
    PaperReading reading = new PaperReading(base.database, base.files, documents);
    PartyPapers papers = new PartyPapers(base.database, reading);
    PaperLinks.Ground ground =
        new PaperLinks.Ground(
            base.database,
            papers,
            reading,
            new Phones(disputes.ledger, base.organisations, base.sms),
            base.sms,
            base.clock,
            base.config.publicUrl().toString().replaceFirst("/$", ""));
    return new PaperRoutes(
        papers,
        new PaperLinks(ground),
        new ReadingLinks(ground, base.audit),
        new Readings(base.database, reading, base.clock));
  }

  /** The signing key is there before anything is to be signed. */
  Future<Void> start() {
    exports.start();
    return base.signingKeys.current().onSuccess(key -> days.start()).mapEmpty();
  }

  void stop() {
    days.stop();
    exports.stop();
  }
}
