package org.yilian;

import org.yilian.calendar.WorkingDays;
import org.yilian.copyouts.CopyForms;
import org.yilian.copyouts.CopySheets;
import org.yilian.disputes.Disputes;
import org.yilian.disputes.Exports;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Numbers;
import org.yilian.disputes.OldDisputes;
import org.yilian.disputes.Parties;
import org.yilian.disputes.ReferringCourts;
import org.yilian.disputes.Reports;
import org.yilian.disputes.Representatives;
import org.yilian.disputes.SavedViews;
import org.yilian.disputes.Standings;
import org.yilian.disputes.Uploads;
import org.yilian.disputes.VoiceNotes;
import org.yilian.imports.Imports;
import org.yilian.imports.Outlines;
import org.yilian.ledger.Office;
import org.yilian.ledger.ReportPictures;
import org.yilian.rosters.Rosters;
import org.yilian.statistics.AreaMaps;
import org.yilian.statistics.Baselines;
import org.yilian.statistics.Figures;
import org.yilian.statistics.Rises;
import org.yilian.statistics.Walls;
import org.yilian.web.Api;
import org.yilian.web.AreaRoutes;
import org.yilian.web.CopySheetRoutes;
import org.yilian.web.DirectoryRoutes;
import org.yilian.web.DisputeRoutes;
import org.yilian.web.FileRoutes;
import org.yilian.web.ImportRoutes;
import org.yilian.web.LedgerRoutes;
import org.yilian.web.PublicReportRoutes;
import org.yilian.web.ReportPictureRoutes;
import org.yilian.web.SavedViewRoutes;
import org.yilian.web.StatisticsRoutes;
import org.yilian.web.VoiceNoteRoutes;

/** Disputes, their people and their files. */
final class DisputeFeatures {
  final Ledger ledger;
  final Numbers numbers;
  final Parties parties;
  final Standings standings = new Standings();
  final Reports reports;
  final Disputes disputes;
  final Representatives representatives;
  final Uploads uploads;
  final Office office;
  final Walls walls;
  final Rises rises;
  final Imports imports;
  final Rosters rosters;
  final VoiceNotes notes;

  private final Foundation base;

  DisputeFeatures(Foundation base, SpeechFeatures speech) {
    this.base = base;
    ledger = new Ledger(base.vault, base.areas, base.clock);
    numbers = new Numbers(base.clock);
    parties = new Parties(base.database, ledger, base.vault, base.audit, base.clock);
    ReferringCourts courts = new ReferringCourts(base.organisations);
    reports =
        new Reports(
            base.database,
            base.areas,
            parties,
            numbers,
            courts,
            base.files,
            speech.recordings,
            speech.transcripts,
            base.audit,
            base.clock);
    disputes =
        new Disputes(
            base.database, ledger, reports, standings, courts, base.vault, base.audit, base.clock);
    representatives =
        new Representatives(base.database, ledger, base.files, base.vault, base.audit, base.clock);
    uploads = new Uploads(base.database, base.files, base.pictures, ledger);
    office =
        new Office(
            new Office.Ground(
                base.vertx,
                base.database,
                ledger,
                standings,
                numbers,
                base.areas,
                base.organisations,
                base.people,
                base.audit,
                base.nodes,
                base.sms,
                base.codes,
                base.throttles,
                base.vault,
                base.clock),
            reports,
            speech.recordings);
    parties.heardBy(office.alarms);
    walls = new Walls(base.vertx, base.database, base.areas, base.clock);
    rises = new Rises(base.vertx, base.database, office.warnings, base.clock);
    rosters =
        new Rosters(
            base.database,
            base.areas,
            base.organisations,
            WorkingDays.loaded(),
            base.audit,
            base.clock);
    imports = imported();
    notes =
        new VoiceNotes(
            base.database,
            ledger,
            speech.recordings,
            speech.transcripts,
            office.alarms,
            speech::hurry);
  }

  /** What goes on by itself from now on: dispatch, clocks, counters. */
  void start() {
    office.start();
    walls.start();
    rises.start();
    imports.start();
  }

  void stop() {
    office.stop();
    walls.stop();
    rises.stop();
    imports.stop();
  }

  private Imports imported() {
    return new Imports(
        new Imports.Ground(
            base.vertx,
            base.database,
            new OldDisputes(parties, numbers, base.audit, base.clock),
            base.areas,
            base.organisations,
            base.people,
            rosters,
            base.files,
            base.vault,
            base.clock));
  }

  void addTo(Api api) {
    new DisputeRoutes(disputes, new Exports(base.vertx, disputes), parties, representatives)
        .addTo(api);
    new SavedViewRoutes(new SavedViews(base.database, base.vault, base.clock)).addTo(api);
    new LedgerRoutes(office).addTo(api);
    new PublicReportRoutes(office.estates, office.publicReports, office.spokenReports).addTo(api);
    ReportPictures pictures =
        new ReportPictures(base.database, base.throttles, base.pictures, base.files, base.audit);
    new ReportPictureRoutes(pictures, base.vertx.fileSystem()).addTo(api);
    Figures figures = new Figures(base.database, base.areas, base.clock);
    AreaMaps maps = new AreaMaps(base.database, base.areas, base.clock);
    Baselines baselines = new Baselines(base.database, base.areas, base.clock);
    new StatisticsRoutes(figures, walls, maps, baselines).addTo(api);
    CopyForms forms = new CopyForms(base.database, base.areas, base.clock);
    CopySheets sheets = new CopySheets(base.vertx, base.database, base.areas, forms, base.clock);
    new CopySheetRoutes(forms, sheets).addTo(api);
    new AreaRoutes(base.database, base.areas).addTo(api);
    Outlines outlines = new Outlines(base.vertx, base.database, base.areas);
    new ImportRoutes(imports, outlines, base.vertx.fileSystem()).addTo(api);
    new VoiceNoteRoutes(notes).addTo(api);
    new FileRoutes(uploads, base.vertx.fileSystem()).addTo(api);
    new DirectoryRoutes(base.database, base.organisations, base.people).addTo(api);
  }
}
