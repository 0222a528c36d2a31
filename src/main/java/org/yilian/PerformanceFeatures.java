package org.yilian;

import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.documents.Documents;
import org.yilian.performance.PerformanceOffice;
import org.yilian.records.ApplicationReceipts;
import org.yilian.records.Subsidies;
import org.yilian.web.Api;
import org.yilian.web.PerformanceRoutes;
import org.yilian.web.ReceiptRoutes;
import org.yilian.web.SubsidyRoutes;

/** What follows from agreements in effect, and the papers that a committee seals beside them. */
final class PerformanceFeatures {
  final PerformanceOffice office;
  private final ApplicationReceipts receipts;
  private final Subsidies subsidies;

  PerformanceFeatures(
      Foundation base,
      DisputeFeatures disputes,
      AgreementFeatures agreements,
      Documents documents) {
    office =
        new PerformanceOffice(
            base.vertx,
            new PerformanceOffice.Ground(
                base.database,
                agreements.concerns,
                agreements.confirmations,
                disputes.ledger,
                disputes.standings,
                disputes.office.alarms,
                base.organisations,
                base.files,
                documents,
                agreements.notices,
                base.audit,
                new Deadlines(WorkingDays.loaded()),
                base.clock));
    office.entitle(disputes.uploads);
    subsidies = new Subsidies(base.database, disputes.ledger, base.clock);
    receipts =
        new ApplicationReceipts(
            base.database,
            disputes.office.publicReports,
            base.organisations,
            base.files,
            documents,
            agreements.seals,
            base.config.publicUrl().toString().replaceFirst("/$", "") + "/verify",
            base.clock);
  }

  void addTo(Api api) {
    new PerformanceRoutes(office).addTo(api);
    new ReceiptRoutes(receipts).addTo(api);
    new SubsidyRoutes(subsidies).addTo(api);
  }
}
