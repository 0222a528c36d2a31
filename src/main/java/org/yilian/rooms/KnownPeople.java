package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.stream.Stream;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Party;

/**
 * Who is known by name around a room: whoever sits or sat in it, and the parties of its dispute.
 */
final class KnownPeople {
  private final RoomStore rooms = new RoomStore();
  private final Ledger ledger;

  KnownPeople(Ledger ledger) {
    this.ledger = ledger;
  }

  Future<List<String>> names(SqlClient client, String roomId) {
    Future<List<Member>> members = rooms.members(client, roomId);
    Future<List<Party>> parties =
        rooms.room(client, roomId).compose(room -> ledger.parties(client, room.disputeId()));
    return Future.all(members, parties)
        .map(
            all ->
                Stream.concat(
                        members.result().stream().map(Member::name),
                        parties.result().stream().map(Party::name))
                    .filter(name -> name != null && !name.isBlank())
                    .distinct()
                    .toList());
  }
}
