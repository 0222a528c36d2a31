package org.yilian;

import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.rooms.Loop;
import org.yilian.rooms.MessageWriter;
import org.yilian.rooms.Messages;
import org.yilian.rooms.PendingPosts;
import org.yilian.rooms.Pictures;
import org.yilian.rooms.Presences;
import org.yilian.rooms.QuorumWatch;
import org.yilian.rooms.Recalls;
import org.yilian.rooms.RoomHub;
import org.yilian.rooms.RoomMoves;
import org.yilian.rooms.RoomPresence;
import org.yilian.rooms.RoomSignals;
import org.yilian.rooms.RoomSweep;
import org.yilian.rooms.SaidVoices;
import org.yilian.rooms.SocketTickets;
import org.yilian.rooms.Voices;
import org.yilian.rooms.WrittenVoices;
import org.yilian.speech.Transcripts;
import org.yilian.web.Api;
import org.yilian.web.LaneRoutes;
import org.yilian.web.PictureRoutes;
import org.yilian.web.RoomSockets;
import org.yilian.web.SocketLimits;
import org.yilian.web.VoiceRoutes;

/** Rooms: their lanes, their sockets, and what is done in them. */
final class RoomFeatures {
  private static final Logger LOG = LoggerFactory.getLogger(RoomFeatures.class);
  private static final int UNWRITTEN_MESSAGES = 8192;

  final Loop loop;
  final MessageWriter writer;
  final RoomHub hub;
  final RoomSignals signals;
  final RoomPresence presence;
  final Messages messages;
  final PendingPosts posts;
  final RoomMoves moves;
  final SocketTickets tickets;
  final RoomSockets sockets;

  private final Foundation base;
  private final SpeechFeatures speech;
  private final WrittenVoices written;
  private final QuorumWatch quorum;
  private final RoomSweep sweep;

  RoomFeatures(Foundation base, SpeechFeatures speech) {
    this.base = base;
    this.speech = speech;
    loop = new Loop(base.vertx);
    writer = new MessageWriter(base.database, loop, base.clock, UNWRITTEN_MESSAGES);
    hub = new RoomHub(base.database, loop, base.clock);
    signals = new RoomSignals(hub, base.nodes, base.database, writer);
    Presences presences = new Presences(hub, base.nodes, base.database, loop, base.clock);
    presence = new RoomPresence(hub, presences, loop);
    sweep = new RoomSweep(hub, presences, base.nodes, base.database, loop);
    SaidVoices voices = new SaidVoices(base.database, speech.recordings, speech::hurry);
    messages = new Messages(base.database, writer, hub, voices, base.clock);
    written =
        new WrittenVoices(
            base.database, speech.recordings, speech.transcripts, signals, speech::hurry);
    speech.onWritten(written::writtenDown);
    signals.onWritten(messages::reread);
    posts = new PendingPosts(base.database, writer, loop, base.clock);
    moves = new RoomMoves(base.heads, base.clock);
    tickets = new SocketTickets(base.database, base.clock);
    sockets =
        new RoomSockets(
            base.vertx,
            tickets,
            hub,
            signals,
            messages,
            SocketLimits.of(base.config.memberRate(), base.config.memberBurst()),
            base.config.publicUrl());
    quorum =
        new QuorumWatch(
            base.database,
            loop,
            moves,
            base.audit,
            posts,
            hub,
            signals,
            presence,
            base.config.lawyerGrace());
    base.sessions.onEnded(signals::endSession);
  }

  Transcripts transcripts() {
    return speech.transcripts;
  }

  void addTo(Api api) {
    Recalls recalls = new Recalls(base.database, signals, base.audit, base.clock);
    new LaneRoutes(tickets, messages, recalls).addTo(api);
    Pictures pictures = new Pictures(base.database, base.files, base.pictures);
    new PictureRoutes(pictures, base.vertx.fileSystem()).addTo(api);
    new VoiceRoutes(new Voices(base.database, speech.recordings), written).addTo(api);
  }

  /** What lanes have yet to be told is said; rooms that were live are watched again. */
  Future<Void> start() {
    sweep.start();
    base.nodes.onChange(this::watchAgain);
    return posts.start().compose(said -> base.nodes.start()).compose(started -> quorum.start());
  }

  /** A node that went may have been the only one that watched a room. */
  private void watchAgain() {
    quorum.start().onFailure(failure -> LOG.warn("rooms not watched anew", failure));
  }

  /** Sockets are told to come back elsewhere; what was accepted is written. */
  Future<Void> drain() {
    sockets.stop();
    posts.stop();
    return writer.close().eventually(base.nodes::stop);
  }
}
