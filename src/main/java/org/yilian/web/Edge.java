package org.yilian.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yilian.kernel.Refusal;

/**
 * What stands before every request: the clocks of its connection, and the limits of its address.
 */
final class Edge {
  private static final int TOO_MANY = 429;

  /** One connection: its clock, and what to run when it is a stranger no more. */
  private record Visit(ConnectionClock clock, Runnable known) {
    void end() {
      clock.end();
      known.run();
    }
  }

  private final Map<HttpConnection, Visit> visits = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final EdgeLimits limits;
  private final Addresses addresses;
  private final Strangers strangers;

  Edge(Vertx vertx, EdgeLimits limits) {
    this.vertx = vertx;
    this.limits = limits;
    this.addresses = new Addresses(limits.proxies());
    this.strangers = new Strangers(limits, System::nanoTime);
  }

  /** Guards a server that has its handler and does not listen yet. */
  void guard(HttpServer server) {
    Handler<HttpServerRequest> inside = server.requestHandler();
    server.connectionHandler(this::connected);
    server.requestHandler(request -> pass(request, inside));
  }

  private void connected(HttpConnection connection) {
    Runnable known = strangers.enter(Addresses.of(connection.remoteAddress()));
    if (known == null) {
      connection.close();
      return;
    }
    visits.put(connection, new Visit(new ConnectionClock(vertx, connection, limits), known));
    connection.closeHandler(closed -> forget(connection));
  }

  private void forget(HttpConnection connection) {
    Visit visit = visits.remove(connection);
    if (visit != null) {
      visit.end();
    }
  }

  private void pass(HttpServerRequest request, Handler<HttpServerRequest> inside) {
    Visit visit = visits.get(request.connection());
    if (visit != null) {
      visit.known().run();
      visit.clock().request(request);
    }
    addresses.settle(request);
    if (isAttempt(request) && !strangers.mayAsk(Addresses.of(request))) {
      refuse(request);
    } else {
      inside.handle(request);
    }
  }

  /** Whatever asks the API for something and does not even claim to be signed in. */
  private static boolean isAttempt(HttpServerRequest request) {
    return Handshake.isWanted(request)
        || request.path() != null
            && request.path().startsWith(Api.BASE + "/")
            && request.getHeader("Authorization") == null;
  }

  private static void refuse(HttpServerRequest request) {
    Reply problem =
        Problems.reply(Refusal.of(TOO_MANY, "too-many-requests", "请求太多，请稍等一会儿再试。"))
            .with("Retry-After", "1")
            .with("Connection", "close");
    problem.headers().forEach(request.response()::putHeader);
    request
        .response()
        .setStatusCode(TOO_MANY)
        .end(problem.body())
        .onComplete(told -> request.connection().close());
  }

  /**
   * Counts a socket that has not said hello.
   *
   * @return as {@link Strangers#enter}
   */
  Runnable stranger(HttpServerRequest request) {
    return strangers.enter(Addresses.of(request));
  }

  /** The connection speaks HTTP no more. */
  void upgraded(HttpConnection connection) {
    forget(connection);
  }
}
