package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.demo.Cast;
import org.yilian.disputes.Disputes;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Numbers;
import org.yilian.disputes.Parties;
import org.yilian.disputes.Representatives;
import org.yilian.disputes.Uploads;
import org.yilian.identity.Callers;
import org.yilian.identity.Codes;
import org.yilian.identity.HttpSms;
import org.yilian.identity.Keys;
import org.yilian.identity.Organisations;
import org.yilian.identity.People;
import org.yilian.identity.Sessions;
import org.yilian.identity.SignIn;
import org.yilian.identity.Sms;
import org.yilian.identity.SmsSender;
import org.yilian.identity.Throttles;
import org.yilian.identity.Vault;
import org.yilian.web.DemoRoutes;
import org.yilian.web.DirectoryRoutes;
import org.yilian.web.DisputeRoutes;
import org.yilian.web.FileRoutes;
import org.yilian.web.HttpApp;
import org.yilian.web.RefreshCookies;
import org.yilian.web.SessionRoutes;

/** Every feature, made and joined by hand: the one place where all of them are known. */
final class Features {
  final Audit audit;
  final Vault vault;
  final Organisations organisations;
  final People people;
  final Sms sms;
  final Codes codes;
  final Throttles throttles;
  final Sessions sessions;
  final StoredFiles files;
  final Ledger ledger;
  final Uploads uploads;
  final Disputes disputes;

  private final HttpApp app;

  private Features(Vertx vertx, Config config, Database database, Keys keys, Clock clock) {
    audit = new Audit(clock);
    vault = new Vault(keys);
    organisations = new Organisations();
    people = new People(vertx);
    sms = new Sms(database, smsSender(vertx, config), clock);
    codes = new Codes(database, sms, clock);
    throttles = new Throttles(clock);
    sessions = new Sessions(database, keys, clock);

    String uploadFolder = System.getProperty("java.io.tmpdir") + "/yilian-uploads";
    app = new HttpApp(vertx, database, sessions::caller, uploadFolder, config.demo());
    RefreshCookies cookies =
        new RefreshCookies("https".equals(config.publicUrl().getScheme()), clock);
    Callers callers = new Callers(database, people, organisations);
    SignIn signIn = new SignIn(database, people, sessions, throttles);
    new SessionRoutes(signIn, sessions, callers, cookies).addTo(app.api());

    files = new StoredFiles(clock);
    ledger = new Ledger(vault);
    uploads = new Uploads(database, files, ledger);
    Parties parties = new Parties(database, ledger, vault, audit, clock);
    disputes = new Disputes(database, ledger, parties, new Numbers(clock), audit, clock);
    Representatives representatives =
        new Representatives(database, ledger, files, vault, audit, clock);
    new DisputeRoutes(disputes, parties, representatives).addTo(app.api());
    new FileRoutes(uploads, vertx.fileSystem()).addTo(app.api());
    new DirectoryRoutes(database, organisations, people).addTo(app.api());
  }

  /** Joins everything; in demo mode the cast is engaged. */
  static Future<Features> of(
      Vertx vertx, Config config, Database database, Keys keys, Clock clock) {
    Features features = new Features(vertx, config, database, keys, clock);
    if (!config.demo()) {
      return Future.succeededFuture(features);
    }
    Cast cast = new Cast(vertx, database, features.organisations, features.people);
    new DemoRoutes(cast.listing(), features.sms).addTo(features.app.api());
    return cast.engage().map(features);
  }

  private static SmsSender smsSender(Vertx vertx, Config config) {
    return config
        .smsUrl()
        .<SmsSender>map(gateway -> new HttpSms(vertx, gateway))
        .orElseGet(SmsSender::outboxOnly);
  }

  HttpApp app() {
    return app;
  }

  /** Tells sockets that the server goes, before it goes. */
  Future<Void> drain() {
    return Future.succeededFuture();
  }
}
