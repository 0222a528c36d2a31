package org.yilian.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.yilian.rooms.Messages;
import org.yilian.rooms.RoomHub;
import org.yilian.rooms.RoomSignals;
import org.yilian.rooms.SocketCodes;
import org.yilian.rooms.SocketTickets;

/** Takes sockets in at {@code /ws/v1}, from our own pages and from programs alone. */
public final class RoomSockets {
  private static final Set<String> PATHS = Set.of(Api.BASE + "/ws/v1", "/ws/v1");
  private static final int MEMBERS_KEPT = 10_000;
  private static final int RETRY_MILLIS = 3_000;
  private static final long REPORT_MILLIS = 10_000;
  private static final int ACCEPTED = 101;

  private final Set<RoomSocket> open = new HashSet<>();
  private final Closings closings = new Closings();
  private final Map<String, TokenBucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
          return size() > MEMBERS_KEPT;
        }
      };
  private final Vertx vertx;
  private final SocketTickets tickets;
  private final RoomHub hub;
  private final RoomSignals signals;
  private final Messages messages;
  private final SocketLimits limits;
  private final Origins origins;
  private volatile boolean stopping;

  /**
   * @param publicUrl where people find the product: the Origin of its own pages
   */
  public RoomSockets(
      Vertx vertx,
      SocketTickets tickets,
      RoomHub hub,
      RoomSignals signals,
      Messages messages,
      SocketLimits limits,
      URI publicUrl) {
    this.vertx = vertx;
    this.tickets = tickets;
    this.hub = hub;
    this.signals = signals;
    this.messages = messages;
    this.limits = limits;
    this.origins = new Origins(publicUrl);
  }

  /**
   * What the HTTP server must be made with. HTTP/2 in the clear goes, since with it the server
   * would learn of a connection only by its first octets, and could not bound the wait for them.
   */
  static HttpServerOptions options(HttpServerOptions options) {
    return options.setHttp2ClearTextEnabled(false);
  }

  /** Serves the sockets beside the requests of a server that has its handler and its edge. */
  void addTo(HttpServer server, Edge edge) {
    Handler<HttpServerRequest> others = server.requestHandler();
    server.requestHandler(
        request -> {
          if (Handshake.isWanted(request)) {
            handshake(request, edge);
          } else {
            others.handle(request);
          }
        });
    vertx.setPeriodic(limits.probe().toMillis(), tick -> all().forEach(RoomSocket::probe));
    vertx.setPeriodic(REPORT_MILLIS, tick -> report());
  }

  private void handshake(HttpServerRequest request, Edge edge) {
    Handshake handshake = Handshake.of(request);
    int status = status(request, handshake);
    Runnable known = status == ACCEPTED ? edge.stranger(request) : null;
    if (known == null) {
      refuse(request, status == ACCEPTED ? 429 : status);
      return;
    }
    handshake.accept(request.response().headers());
    request.toNetSocket().onSuccess(socket -> take(socket, known)).onFailure(gone -> known.run());
    edge.upgraded(request.connection());
  }

  private int status(HttpServerRequest request, Handshake handshake) {
    if (!PATHS.contains(request.path())) {
      return 404;
    }
    if (stopping) {
      return 503;
    }
    boolean own = origins.allow(request.getHeader("Origin"), request.getHeader("Host"));
    return own ? handshake.status() : 403;
  }

  /** Whatever follows on this connection was meant for a socket, and is not read as requests. */
  private static void refuse(HttpServerRequest request, int status) {
    if (status == 426) {
      request.response().putHeader("Sec-WebSocket-Version", "13");
    }
    request
        .response()
        .putHeader("Connection", "close")
        .setStatusCode(status)
        .end()
        .onComplete(told -> request.connection().close());
  }

  private void take(NetSocket connection, Runnable known) {
    FrameSocket frames = new FrameSocket(vertx, connection, limits.queue());
    RoomSocket socket =
        new RoomSocket(frames, tickets, hub, signals, messages, limits, this::bucketOf, closings);
    add(socket);
    long hello = vertx.setTimer(limits.hello().toMillis(), late -> socket.expectGreeting());
    socket.open(
        known,
        () -> {
          vertx.cancelTimer(hello);
          remove(socket);
        });
    if (stopping) {
      restart(socket);
    }
  }

  private synchronized void add(RoomSocket socket) {
    open.add(socket);
  }

  private synchronized void remove(RoomSocket socket) {
    open.remove(socket);
  }

  private synchronized Set<RoomSocket> all() {
    return Set.copyOf(open);
  }

  private synchronized TokenBucket bucketOf(String memberId) {
    return buckets.computeIfAbsent(memberId, id -> limits.bucket());
  }

  /** Tells every client to come back in a moment, not all in the same one. */
  public void stop() {
    stopping = true;
    all().forEach(RoomSockets::restart);
    report();
  }

  /** Writes to the log why sockets were closed since the last time. */
  void report() {
    closings.report();
  }

  private static void restart(RoomSocket socket) {
    int retry = ThreadLocalRandom.current().nextInt(RETRY_MILLIS / 6, RETRY_MILLIS);
    socket.close(SocketCodes.RESTARTING, "retryMs=" + retry);
  }
}
