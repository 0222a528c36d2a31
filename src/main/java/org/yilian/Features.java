package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Clock;
import org.yilian.db.Database;
import org.yilian.demo.Cast;
import org.yilian.identity.Callers;
import org.yilian.identity.Keys;
import org.yilian.identity.SignIn;
import org.yilian.web.Api;
import org.yilian.web.DemoRoutes;
import org.yilian.web.HttpApp;
import org.yilian.web.RefreshCookies;
import org.yilian.web.SessionRoutes;

/** Every feature, made and joined by hand: the one place where all of them are known. */
final class Features {
  final Foundation base;
  final DisputeFeatures disputes;
  final RoomFeatures rooms;

  private final HttpApp app;
  private final SessionRoutes sessionRoutes;

  private Features(Foundation base) {
    this.base = base;
    disputes = new DisputeFeatures(base);
    rooms = new RoomFeatures(base);
    String uploads = System.getProperty("java.io.tmpdir") + "/yilian-uploads";
    app =
        new HttpApp(base.vertx, base.database, base.sessions::caller, uploads, base.config.demo());
    sessionRoutes = sessionRoutes();
    addRoutes(app.api());
  }

  /** Joins everything; in demo mode the cast is engaged. */
  static Future<Features> of(
      Vertx vertx, Config config, Database database, Keys keys, Clock clock) {
    Foundation base = new Foundation(vertx, config, database, keys, clock);
    Features features = new Features(base);
    return config.demo() ? features.engageCast() : Future.succeededFuture(features);
  }

  private Future<Features> engageCast() {
    Cast cast = new Cast(base.vertx, base.database, base.organisations, base.people);
    new DemoRoutes(cast.listing(), base.sms).addTo(app.api());
    return cast.engage().map(this);
  }

  private SessionRoutes sessionRoutes() {
    boolean secure = "https".equals(base.config.publicUrl().getScheme());
    RefreshCookies cookies = new RefreshCookies(secure, base.clock);
    Callers callers = new Callers(base.database, base.people, base.organisations);
    SignIn signIn = new SignIn(base.database, base.people, base.sessions, base.throttles);
    return new SessionRoutes(signIn, base.sessions, callers, cookies);
  }

  private void addRoutes(Api api) {
    sessionRoutes.addTo(api);
    disputes.addTo(api);
    rooms.addTo(api);
  }

  Future<HttpServer> listen(String host, int port) {
    return rooms.start().compose(started -> app.listen(rooms.sockets, host, port));
  }

  /** Tells sockets that the server goes, before it goes. */
  Future<Void> drain() {
    return rooms.drain();
  }
}
