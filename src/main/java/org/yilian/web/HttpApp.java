package org.yilian.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.yilian.identity.Sessions;
import org.yilian.kernel.Refusal;

/** The HTTP side of the server: one router of pages, health and the API. */
public final class HttpApp {
  private static final long BODY_LIMIT = 25L * 1024 * 1024;

  /** Statutes come by the ten thousand articles. They go to the disk as they come in. */
  private static final long COLLECTION_LIMIT = 128L * 1024 * 1024;

  private static final int IDLE_SECONDS = 120;
  private static final int TOO_LARGE = 413;

  /** Long enough for the answer to arrive. */
  private static final long FAREWELL_MILLIS = 2_000;

  private final Vertx vertx;
  private final HealthRoutes health;
  private final Optional<Integer> managementPort;
  private final EdgeLimits limits;
  private final Router router;
  private final Api api;
  private final List<HttpServer> listening = new ArrayList<>();

  /**
   * @param managementPort where health is told instead of on the port of everybody, or empty
   */
  public HttpApp(
      Vertx vertx,
      HealthRoutes health,
      Optional<Integer> managementPort,
      Sessions sessions,
      String uploads,
      boolean demo,
      EdgeLimits limits) {
    this.vertx = vertx;
    this.health = health;
    this.managementPort = managementPort;
    this.limits = limits;
    this.router = Router.router(vertx);
    this.api = new Api(router, sessions);
    if (managementPort.isEmpty()) {
      health.addTo(router);
    }
    router.route(Api.BASE + "/*").handler(HttpApp::takeAsBytes);
    String collections = Api.BASE + KnowledgeRoutes.HAND_IN;
    router.post(collections).handler(api::onlySignedIn);
    router.post(collections).handler(bodies(uploads, COLLECTION_LIMIT));
    router.route(Api.BASE + "/*").handler(bodies(uploads, BODY_LIMIT));
    router.route(Api.BASE + "/*").failureHandler(this::failed);
    Pages.addTo(router, demo);
  }

  private static BodyHandler bodies(String uploads, long limit) {
    return BodyHandler.create(uploads).setBodyLimit(limit).setDeleteUploadedFilesOnEnd(true);
  }

  public Api api() {
    return api;
  }

  /** Listens; the future holds the server with its actual port. */
  public Future<HttpServer> listen(RoomSockets sockets, String host, int port) {
    router
        .route(Api.BASE + "/*")
        .last()
        .handler(
            context -> {
              Reply problem = Problems.reply(Refusal.notFound());
              problem.headers().forEach((name, value) -> context.response().putHeader(name, value));
              context.response().setStatusCode(404).end(problem.body());
            });
    Pages.addLast(router);
    HttpServer server = vertx.createHttpServer(options()).requestHandler(router);
    Edge edge = new Edge(vertx, limits);
    sockets.addTo(server, edge);
    edge.guard(server);
    listening.add(server);
    return server.listen(port, host).compose(http -> listenForHealth(host).map(http));
  }

  private Future<Void> listenForHealth(String host) {
    if (managementPort.isEmpty()) {
      return Future.succeededFuture();
    }
    Router own = Router.router(vertx);
    health.addTo(own);
    HttpServer server = vertx.createHttpServer().requestHandler(own);
    listening.add(server);
    return server.listen(managementPort.get(), host).mapEmpty();
  }

  /** Listens no longer. */
  public Future<Void> close() {
    return Future.join(listening.stream().map(HttpServer::close).toList()).mapEmpty();
  }

  private static HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setCompressionSupported(true);
    return RoomSockets.options(options);
  }

  /** Many programs call every body a form unless told otherwise; there is no such form here. */
  private static void takeAsBytes(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      context.request().headers().remove(HttpHeaders.CONTENT_TYPE);
    }
    context.next();
  }

  private static long most(RoutingContext context) {
    boolean collection = context.normalizedPath().equals(Api.BASE + KnowledgeRoutes.HAND_IN);
    return (collection ? COLLECTION_LIMIT : BODY_LIMIT) >> 20;
  }

  private void failed(RoutingContext context) {
    if (context.statusCode() == TOO_LARGE) {
      hearNoMore(context);
    }
    Refusal refusal =
        context.statusCode() == TOO_LARGE
            ? Refusal.of(TOO_LARGE, "too-large", "内容太大，最多 " + most(context) + " MB。")
            : context.statusCode() == 404 || context.statusCode() == 405
                ? Refusal.notFound()
                : context.statusCode() == 400
                    ? Refusal.bad("bad-request", "body", "请求无法读取。")
                    : null;
    Reply reply =
        refusal == null
            ? Problems.reply(context.failure(), context.normalizedPath().split("/", 5)[0])
            : Problems.reply(refusal);
    reply.headers().forEach((name, value) -> context.response().putHeader(name, value));
    context.response().setStatusCode(reply.status()).end(reply.body());
  }

  /**
   * Not one byte more is taken of what is too large: its sender waits, reads the answer, and is
   * left alone. To hear it out could take two gigabytes, and to hang up at once would lose the
   * answer.
   */
  private void hearNoMore(RoutingContext context) {
    context.request().pause();
    HttpConnection connection = context.request().connection();
    vertx.setTimer(FAREWELL_MILLIS, over -> connection.close());
  }
}
