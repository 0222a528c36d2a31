package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;

/** Finds as what somebody reads a room's log. */
final class Readers {
  private final ReaderStore store = new ReaderStore();

  /** The caller's standing seat, or 404; a guest's session is good for one room alone. */
  Future<Reader> of(SqlClient client, Caller caller, String roomId) {
    if (caller instanceof Caller.Guest guest && !guest.roomId().equals(roomId)) {
      return Future.failedFuture(Refusal.notFound());
    }
    return store
        .reader(client, roomId, caller.principalId())
        .map(found -> found.orElseThrow(Refusal::notFound));
  }
}
