package org.yilian;

import io.vertx.core.Future;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.documents.Documents;
import org.yilian.evidence.Days;
import org.yilian.records.Books;
import org.yilian.records.Receipts;
import org.yilian.records.RoomExports;
import org.yilian.records.SideReports;
import org.yilian.web.Api;
import org.yilian.web.EvidenceRoutes;
import org.yilian.web.RecordRoutes;

/** The evidence log and what is made from the records of mediations. */
final class RecordFeatures {
  final Days days;

  private final Foundation base;
  private final Documents documents;

  RecordFeatures(Foundation base, Documents documents) {
    this.base = base;
    this.documents = documents;
    days = new Days(base.vertx, base.database, base.signingKeys, base.heads, base.clock);
  }

  void addTo(Api api) {
    Receipts receipts = new Receipts(base.database, base.signingKeys, days, base.clock);
    RoomExports exports = new RoomExports(base.database, base.signingKeys, base.heads, base.clock);
    new EvidenceRoutes(receipts, exports, base.signingKeys, days).addTo(api);
    Deadlines deadlines = new Deadlines(WorkingDays.loaded());
    new RecordRoutes(
            new SideReports(base.database, base.clock),
            new Books(base.database, documents::title, deadlines, base.clock))
        .addTo(api);
  }

  /** The signing key is there before anything is to be signed. */
  Future<Void> start() {
    return base.signingKeys.current().onSuccess(key -> days.start()).mapEmpty();
  }

  void stop() {
    days.stop();
  }
}
