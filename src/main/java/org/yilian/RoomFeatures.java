package org.yilian;

import io.vertx.core.Future;
import org.yilian.rooms.LawyerWatch;
import org.yilian.rooms.Loop;
import org.yilian.rooms.MessageWriter;
import org.yilian.rooms.Messages;
import org.yilian.rooms.Pictures;
import org.yilian.rooms.Recalls;
import org.yilian.rooms.RoomHub;
import org.yilian.rooms.RoomMoves;
import org.yilian.rooms.SocketTickets;
import org.yilian.web.Api;
import org.yilian.web.LaneRoutes;
import org.yilian.web.PictureRoutes;
import org.yilian.web.RoomSockets;
import org.yilian.web.SocketLimits;

/** Rooms: their lanes, their sockets, and what is done in them. */
final class RoomFeatures {
  private static final int UNWRITTEN_MESSAGES = 8192;

  final Loop loop;
  final MessageWriter writer;
  final RoomHub hub;
  final Messages messages;
  final RoomMoves moves;
  final SocketTickets tickets;
  final RoomSockets sockets;

  private final Foundation base;
  private final LawyerWatch lawyers;

  RoomFeatures(Foundation base) {
    this.base = base;
    loop = new Loop(base.vertx);
    writer = new MessageWriter(base.database, loop, base.clock, UNWRITTEN_MESSAGES);
    hub = new RoomHub(base.database, loop, base.clock, writer);
    messages = new Messages(base.database, writer);
    moves = new RoomMoves(base.clock);
    tickets = new SocketTickets(base.database, base.clock);
    sockets =
        new RoomSockets(
            base.vertx, tickets, hub, messages, SocketLimits.DEFAULT, base.config.publicUrl());
    lawyers =
        new LawyerWatch(
            base.database, loop, moves, base.audit, messages, hub, base.config.lawyerGrace());
    base.sessions.onEnded(hub::endSession);
  }

  void addTo(Api api) {
    Recalls recalls = new Recalls(base.database, hub, base.clock);
    new LaneRoutes(tickets, messages, recalls).addTo(api);
    Pictures pictures = new Pictures(base.vertx, base.database, base.files);
    new PictureRoutes(pictures, base.vertx.fileSystem()).addTo(api);
  }

  /** Rooms that were live when the server went away are watched again. */
  Future<Void> start() {
    return lawyers.start();
  }

  /** Sockets are told to come back elsewhere; what was accepted is written. */
  Future<Void> drain() {
    sockets.stop();
    return writer.close();
  }
}
