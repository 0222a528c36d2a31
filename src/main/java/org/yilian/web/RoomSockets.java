package org.yilian.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final int WRITE_QUEUE = 1024 * 1024;

  /**
   * A larger frame ends the connection without a word, so what is only somewhat too large is read
   * and told so.
   */
  private static final int READ_BYTES = 2 * 1024 * 1024;

  private static final int CLOSING_SECONDS = 3;
  private static final long PROBE_MILLIS = 20_000;
  private static final int RETRY_MILLIS = 3_000;

  private final Set<RoomSocket> open = new HashSet<>();
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
  private final String publicOrigin;
  private boolean stopping;

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
    this.publicOrigin = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
  }

  /** What the HTTP server must be made with, so that the sockets keep to the protocol. */
  public static HttpServerOptions options(HttpServerOptions options) {
    return options
        .setWebSocketSubProtocols(List.of("yilian.v1"))
        .setMaxWebSocketFrameSize(READ_BYTES)
        .setMaxWebSocketMessageSize(READ_BYTES)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setWebSocketClosingTimeout(CLOSING_SECONDS);
  }

  /** Serves the sockets beside the requests of a server that does not listen yet. */
  public void addTo(HttpServer server) {
    server.webSocketHandshakeHandler(this::handshake);
    server.webSocketHandler(this::take);
    vertx.setPeriodic(PROBE_MILLIS, tick -> Set.copyOf(open).forEach(RoomSocket::probe));
  }

  private void handshake(ServerWebSocketHandshake handshake) {
    if (!PATHS.contains(handshake.path())) {
      handshake.reject(404);
    } else if (stopping) {
      handshake.reject(503);
    } else if (foreign(handshake.headers().get("Origin"), handshake.headers().get("Host"))) {
      handshake.reject(403);
    } else {
      handshake.accept();
    }
  }

  /** A page of another site must not use a visitor's browser; a program sends no Origin. */
  private boolean foreign(String origin, String host) {
    return origin != null
        && !origin.equalsIgnoreCase(publicOrigin)
        && !origin.equalsIgnoreCase("http://" + host)
        && !origin.equalsIgnoreCase("https://" + host);
  }

  private void take(ServerWebSocket socket) {
    socket.setWriteQueueMaxSize(WRITE_QUEUE);
    RoomSocket taken =
        new RoomSocket(vertx, socket, tickets, hub, signals, messages, this::bucketOf);
    open.add(taken);
    taken.open(limits.hello().toMillis(), () -> open.remove(taken));
  }

  private TokenBucket bucketOf(String memberId) {
    return buckets.computeIfAbsent(
        memberId, id -> new TokenBucket(limits.perSecond(), limits.burst(), System::nanoTime));
  }

  /** Tells every client to come back in a moment, not all in the same one. */
  public void stop() {
    stopping = true;
    for (RoomSocket socket : Set.copyOf(open)) {
      int retry = ThreadLocalRandom.current().nextInt(RETRY_MILLIS / 6, RETRY_MILLIS);
      socket.close(SocketCodes.RESTARTING, "retryMs=" + retry);
    }
  }
}
