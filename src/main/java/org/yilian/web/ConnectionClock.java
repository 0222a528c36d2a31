package org.yilian.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;

/**
 * Ends a connection that takes too long, however steadily its octets trickle: an idle timeout alone
 * is satisfied with one octet a minute.
 */
final class ConnectionClock {
  private static final long MILLIS = 1_000;

  private final Vertx vertx;
  private final HttpConnection connection;
  private final EdgeLimits limits;
  private long timer;
  private boolean over;

  ConnectionClock(Vertx vertx, HttpConnection connection, EdgeLimits limits) {
    this.vertx = vertx;
    this.connection = connection;
    this.limits = limits;
    arm(limits.firstRequest().toMillis());
  }

  private void arm(long millis) {
    set(millis, connection::close);
  }

  private void set(long millis, Runnable late) {
    vertx.cancelTimer(timer);
    if (!over) {
      timer = vertx.setTimer(millis, now -> late.run());
    }
  }

  /** A header is whole: its body is waited for, then its answer and the next header. */
  void request(HttpServerRequest request) {
    awaitBody(request, limits.body().toMillis(), 0);
    request.end().onSuccess(whole -> arm(limits.exchange().toMillis()));
  }

  /** The grace, and the time that the octets which came would have taken at the slowest. */
  private void awaitBody(HttpServerRequest request, long millis, long passed) {
    set(millis, () -> judgeBody(request, passed + millis));
  }

  private void judgeBody(HttpServerRequest request, long passed) {
    long earned = request.bytesRead() * MILLIS / limits.bodyOctetsPerSecond();
    long left = limits.body().toMillis() + earned - passed;
    if (left > 0) {
      awaitBody(request, left, passed);
    } else {
      connection.close();
    }
  }

  /** The connection is closed, or speaks something else from here on. */
  void end() {
    over = true;
    vertx.cancelTimer(timer);
  }
}
