package org.yilian.web;

import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.yilian.Transports;
import org.yilian.audit.Audit;
import org.yilian.db.Database;
import org.yilian.db.TestDatabase;
import org.yilian.evidence.Heads;
import org.yilian.evidence.SigningKeys;
import org.yilian.identity.Keys;
import org.yilian.identity.Vault;
import org.yilian.nodes.Nodes;
import org.yilian.nodes.PgWakes;
import org.yilian.rooms.Loop;
import org.yilian.rooms.Member;
import org.yilian.rooms.MessageWriter;
import org.yilian.rooms.Messages;
import org.yilian.rooms.PendingPosts;
import org.yilian.rooms.Presences;
import org.yilian.rooms.QuorumWatch;
import org.yilian.rooms.Recalls;
import org.yilian.rooms.RoomHub;
import org.yilian.rooms.RoomMoves;
import org.yilian.rooms.RoomPresence;
import org.yilian.rooms.RoomSignals;
import org.yilian.rooms.RoomSweep;
import org.yilian.rooms.SocketTickets;
import org.yilian.rooms.TestRoom;

/** A server that serves sockets on a free port, over a database of its own. */
final class SocketScene {
  static final URI PUBLIC_URL = URI.create("https://yilian.example");
  static final Duration GRACE = Duration.ofSeconds(1);

  /** A clock that stands still until it is told otherwise. */
  static final class StandingClock extends Clock {
    private Instant now = Instant.parse("2026-08-27T01:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  final StandingClock clock = new StandingClock();
  final Vertx vertx = Transports.vertx();
  final Database database;
  final Messages messages;
  final RoomSignals signals;
  final Recalls recalls;
  final SocketTickets tickets;
  final RoomSockets sockets;
  private final Nodes nodes;
  private final MessageWriter writer;
  private final HttpServer server;
  private final List<TestSocket> opened = new ArrayList<>();
  private final List<TestSocket> entered = new ArrayList<>();

  SocketScene(SocketLimits limits) {
    this(limits, EdgeLimits.DEFAULT);
  }

  SocketScene(SocketLimits limits, EdgeLimits edge) {
    database = await(TestDatabase.fresh(vertx));
    Loop loop = new Loop(vertx);
    writer = new MessageWriter(database, loop, clock, 10_000);
    RoomHub hub = new RoomHub(database, loop, clock);
    messages = new Messages(database, writer, hub, TestRoom.voices(database), Clock.systemUTC());
    nodes = new Nodes(vertx, database, new PgWakes(database));
    signals = new RoomSignals(hub, nodes, database, writer);
    Presences presences = new Presences(hub, nodes, database, loop, clock);
    recalls = new Recalls(database, signals, new Audit(clock), clock);
    tickets = new SocketTickets(database, clock);
    PendingPosts posts = new PendingPosts(database, writer, loop, clock);
    new QuorumWatch(
        database,
        loop,
        new RoomMoves(heads(), clock),
        new Audit(clock),
        posts,
        hub,
        signals,
        new RoomPresence(hub, presences, loop),
        GRACE);
    sockets = new RoomSockets(vertx, tickets, hub, signals, messages, limits, PUBLIC_URL);
    new RoomSweep(hub, presences, nodes, database, loop).start();
    await(nodes.start());
    server = await(listen(edge));
  }

  private Heads heads() {
    Vault vault = new Vault(new Keys("k1", new byte[32], new byte[32], new byte[32]));
    return new Heads(new SigningKeys(vertx, database, vault, clock), clock);
  }

  private Future<HttpServer> listen(EdgeLimits limits) {
    HttpServer http = vertx.createHttpServer(RoomSockets.options(new HttpServerOptions()));
    http.requestHandler(request -> request.response().setStatusCode(404).end());
    Edge edge = new Edge(vertx, limits);
    sockets.addTo(http, edge);
    edge.guard(http);
    return http.listen(0, "127.0.0.1");
  }

  int port() {
    return server.actualPort();
  }

  /** A socket that has not said hello. */
  TestSocket connect(String... headers) throws IOException {
    TestSocket socket = new TestSocket(port(), "/api/v1/ws/v1", headers);
    opened.add(socket);
    return socket;
  }

  String ticket(Member member) {
    return await(tickets.issue(TestRoom.caller(member), member.roomId())).value();
  }

  /** A socket of the member that has been sent all there is; so have those that came before. */
  TestSocket enter(Member member) throws IOException {
    TestSocket socket = enter(member, JsonObject.of());
    int lanes = socket.next("welcome").getJsonArray("lanes").size();
    for (int i = 0; i < lanes; i++) {
      socket.next("live");
    }
    entered.add(socket);
    for (TestSocket other : entered) {
      other.untilNow();
    }
    return socket;
  }

  TestSocket enter(Member member, JsonObject more) throws IOException {
    // Before the socket: its time for the hello must not depend on the database of a busy machine.
    String ticket = ticket(member);
    TestSocket socket = connect();
    socket.send(JsonObject.of("type", "hello", "ticket", ticket).mergeIn(more));
    return socket;
  }

  /** The test itself ends this socket. */
  void leave(TestSocket socket) throws IOException {
    entered.remove(socket);
    socket.close();
  }

  /** Closes the sockets of one test. */
  void closeSockets() throws IOException {
    for (TestSocket socket : opened) {
      socket.close();
    }
    opened.clear();
    entered.clear();
  }

  void stop() {
    await(
        server
            .close()
            .eventually(writer::close)
            .eventually(nodes::stop)
            .eventually(database::close));
    await(vertx.close());
  }
}
