package org.yilian.rooms;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One socket of one member in a room, and how far it has been sent each lane that it reads. */
public final class Seat {
  private final String roomId;
  private final String memberId;
  private final String sessionId;
  private final Peer peer;
  private final Instant since;
  private final Map<String, LaneCursor> cursors = new HashMap<>();

  Seat(SocketTickets.Admission admission, Peer peer, Instant since) {
    this.roomId = admission.roomId();
    this.memberId = admission.memberId();
    this.sessionId = admission.sessionId();
    this.peer = peer;
    this.since = since;
  }

  public String roomId() {
    return roomId;
  }

  public String memberId() {
    return memberId;
  }

  String sessionId() {
    return sessionId;
  }

  Peer peer() {
    return peer;
  }

  Instant since() {
    return since;
  }

  Map<String, LaneCursor> cursors() {
    return cursors;
  }
}
