package org.yilian.rooms;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.yilian.kernel.Ids;

/** One socket of one member in a room, and how far it has been sent each lane that it reads. */
public final class Seat {
  private final String id = Ids.fresh();
  private final String roomId;
  private final Member member;
  private final String sessionId;
  private final Peer peer;
  private final Instant since;
  private final Map<String, LaneCursor> cursors = new HashMap<>();

  Seat(SocketTickets.Admission admission, Member member, Peer peer, Instant since) {
    this.roomId = admission.roomId();
    this.member = member;
    this.sessionId = admission.sessionId();
    this.peer = peer;
    this.since = since;
  }

  String id() {
    return id;
  }

  public String roomId() {
    return roomId;
  }

  public String memberId() {
    return member.id();
  }

  /** The member as it was when the socket opened; whether it still stands, the state tells. */
  Member member() {
    return member;
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
