package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Set;

/** Keeps what {@link LaneAccess} decides where every statement that delivers can join it. */
public final class Grants {
  private final RoomStore rooms = new RoomStore();
  private final GrantStore store = new GrantStore();

  /**
   * Decides anew who reads and says what. Called in the transaction of every change of status,
   * membership, consent, identity check or handover, after the change; it holds the room's row.
   */
  public Future<Void> recompute(SqlClient client, String roomId) {
    return rooms
        .lock(client, roomId)
        .compose(room -> snapshot(client, room))
        .compose(snapshot -> store.replace(client, roomId, LaneAccess.decide(snapshot)));
  }

  private Future<RoomSnapshot> snapshot(SqlClient client, Room room) {
    Future<List<Lane>> lanes = rooms.lanes(client, room.id());
    Future<List<Member>> members = rooms.members(client, room.id());
    Future<Set<RoomSnapshot.Consent>> consents = store.participantConsents(client, room.id());
    Future<Set<RoomSnapshot.Handover>> handovers = store.handovers(client, room.id());
    Future<Boolean> needed = store.identityNeeded(client, room.id());
    Future<Set<String>> identified = store.identified(client, room.id());
    Future<Set<Grant>> standing = store.ofRoom(client, room.id());
    return Future.all(List.of(lanes, members, consents, handovers, needed, identified, standing))
        .map(
            all ->
                new RoomSnapshot(
                    room,
                    lanes.result(),
                    members.result(),
                    consents.result(),
                    handovers.result(),
                    needed.result(),
                    identified.result(),
                    standing.result()));
  }
}
