package org.yilian.rooms;

import io.vertx.core.Future;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;

/**
 * Looks now and then whether a lane holds more than was handed on. What was stored without anybody
 * being told, as by a commit whose answer was lost or by another node, is late by this and no more.
 */
final class LaneSweep {
  private static final Logger LOG = LoggerFactory.getLogger(LaneSweep.class);
  private static final long EVERY_MILLIS = 5_000;

  private final RoomStore rooms = new RoomStore();
  private final Database database;
  private final Map<String, RoomChannel> byLane;

  /**
   * @param byLane the open rooms by the ids of their lanes; read on the loop
   */
  LaneSweep(Database database, Loop loop, Map<String, RoomChannel> byLane) {
    this.database = database;
    this.byLane = byLane;
    loop.every(EVERY_MILLIS, this::sweep);
  }

  Future<Void> sweep() {
    if (byLane.isEmpty()) {
      return Future.succeededFuture();
    }
    return rooms
        .lastSeqs(database.pool(), byLane.keySet())
        .onSuccess(lasts -> lasts.forEach(this::compare))
        .onFailure(failure -> LOG.warn("lanes not swept", failure))
        .mapEmpty();
  }

  private void compare(String laneId, long lastSeq) {
    RoomChannel channel = byLane.get(laneId);
    if (channel != null) {
      channel.catchUp(laneId, lastSeq);
    }
  }
}
