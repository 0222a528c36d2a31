package org.yilian;

import org.yilian.calendar.Deadlines;
import org.yilian.calendar.WorkingDays;
import org.yilian.documents.Documents;
import org.yilian.performance.PerformanceOffice;
import org.yilian.web.Api;
import org.yilian.web.PerformanceRoutes;

/** What follows from agreements in effect. */
final class PerformanceFeatures {
  final PerformanceOffice office;

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
                base.organisations,
                base.files,
                documents,
                agreements.notices,
                base.audit,
                new Deadlines(WorkingDays.loaded()),
                base.clock));
    office.entitle(disputes.uploads);
  }

  void addTo(Api api) {
    new PerformanceRoutes(office).addTo(api);
  }
}
