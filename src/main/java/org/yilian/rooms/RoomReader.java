package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Set;
import org.yilian.db.Database;

/** Reads a room's state for those who deliver by it. */
final class RoomReader {
  private final RoomStore rooms = new RoomStore();
  private final GrantStore grants = new GrantStore();
  private final Database database;

  RoomReader(Database database) {
    this.database = database;
  }

  Future<RoomState> read(String roomId) {
    return database.withConnection(client -> read(client, roomId));
  }

  /** Grants last: nobody is entitled by an older state of members than the one shown. */
  private Future<RoomState> read(SqlClient client, String roomId) {
    Future<Room> room = rooms.room(client, roomId);
    Future<List<Lane>> lanes = rooms.lanes(client, roomId);
    Future<List<Member>> members = rooms.members(client, roomId);
    Future<Set<Grant>> standing = grants.ofRoom(client, roomId);
    return Future.all(room, lanes, members, standing)
        .map(
            all ->
                new RoomState(room.result(), lanes.result(), members.result(), standing.result()));
  }
}
