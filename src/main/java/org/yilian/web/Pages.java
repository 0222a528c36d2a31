package org.yilian.web;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.Map;

/** The pages: HTML is asked for again each time, hashed assets are kept for a year. */
public final class Pages {
  /**
   * On the classpath. Not {@code webroot}: a relative name is looked up in the working directory
   * first, where that folder holds the sources of the pages.
   */
  private static final String ROOT = "pages";

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self' ws: wss:; object-src 'none'; "
          + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** A path with a token is one static shell: nothing is spent or looked up by opening it. */
  private static final Map<String, String> SHELLS =
      Map.ofEntries(
          Map.entry("/", "index.html"),
          Map.entry("/i/:token", "party.html"),
          Map.entry("/d/:token", "party.html"),
          Map.entry("/staff", "staff.html"),
          Map.entry("/court", "staff.html"),
          Map.entry("/verify", "verify.html"),
          Map.entry("/grid", "grid.html"),
          Map.entry("/wall", "wall.html"),
          Map.entry("/ask", "ask.html"),
          Map.entry("/apply", "report.html"),
          Map.entry("/q/:code", "report.html"));

  private Pages() {}

  static void addTo(Router router, boolean demo) {
    router.route().handler(Pages::secure);
    if (demo) {
      // Ahead of the plain start page, which knows nothing of a cast.
      router.get("/").handler(context -> shell(context, "demo.html"));
      router.get("/demo").handler(context -> shell(context, "demo.html"));
    }
    SHELLS.forEach((path, file) -> router.get(path).handler(context -> shell(context, file)));
    router.get("/favicon.svg").handler(Pages::icon);
    router.get("/grid-worker.js").handler(Pages::worker);
    router.get("/assets/*").handler(Pages::keep);
    router
        .get("/assets/*")
        .handler(StaticHandler.create(ROOT + "/assets").setCachingEnabled(false));
  }

  /**
   * After every other route: an address that was copied badly is answered in its reader's words.
   */
  static void addLast(Router router) {
    router
        .get()
        .last()
        .handler(
            context -> {
              context.response().setStatusCode(404);
              shell(context, "lost.html");
            });
  }

  private static void secure(RoutingContext context) {
    HttpServerResponse response = context.response();
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    context.next();
  }

  private static void keep(RoutingContext context) {
    context.addHeadersEndHandler(
        ended -> {
          if (context.response().getStatusCode() == 200) {
            context.response().putHeader("Cache-Control", "public, max-age=31536000, immutable");
          }
        });
    context.next();
  }

  private static void icon(RoutingContext context) {
    context.response().putHeader("Cache-Control", "public, max-age=86400");
    context.response().putHeader("Content-Type", "image/svg+xml");
    context.response().sendFile(ROOT + "/favicon.svg").onFailure(context::fail);
  }

  /** What keeps a page on the phone for when there is no signal; asked for again each time. */
  private static void worker(RoutingContext context) {
    context.response().putHeader("Cache-Control", "no-cache");
    context.response().putHeader("Content-Type", "text/javascript; charset=utf-8");
    context.response().sendFile(ROOT + "/grid-worker.js").onFailure(context::fail);
  }

  private static void shell(RoutingContext context, String file) {
    context.response().putHeader("Cache-Control", "no-cache");
    context.response().putHeader("Content-Type", "text/html; charset=utf-8");
    context.response().sendFile(ROOT + "/" + file).onFailure(context::fail);
  }
}
