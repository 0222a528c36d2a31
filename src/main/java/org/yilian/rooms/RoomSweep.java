package org.yilian.rooms;

import io.vertx.core.Future;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.nodes.Nodes;

/**
 * Looks once a second whether the open rooms have gone on without this node being told: a lost wake
 * makes a message, a recall, a revocation or an ended session late by this and no more.
 */
public final class RoomSweep {
  private static final Logger LOG = LoggerFactory.getLogger(RoomSweep.class);
  private static final long EVERY_MILLIS = 1_000;

  /** Where a lane and its room stand. */
  record Standing(String laneId, long lastSeq, long recalls, String roomId, long revision) {}

  private final SweepStore store = new SweepStore();
  private final RoomHub hub;
  private final Presences presences;
  private final Nodes nodes;
  private final Database database;
  private final Loop loop;
  private boolean sweeping;

  public RoomSweep(RoomHub hub, Presences presences, Nodes nodes, Database database, Loop loop) {
    this.hub = hub;
    this.presences = presences;
    this.nodes = nodes;
    this.database = database;
    this.loop = loop;
  }

  /** Sweeps from now on. */
  public void start() {
    loop.every(EVERY_MILLIS, this::sweep);
    nodes.onResume(() -> loop.run(this::sweep));
  }

  private void sweep() {
    Set<String> rooms = hub.open().stream().map(RoomChannel::roomId).collect(Collectors.toSet());
    if (sweeping || rooms.isEmpty()) {
      return;
    }
    sweeping = true;
    store
        .standings(database.pool(), rooms)
        .onSuccess(found -> loop.run(() -> found.forEach(this::compare)))
        .compose(compared -> nodes.accompanied() ? others() : Future.succeededFuture())
        .onFailure(failure -> LOG.warn("rooms not swept: {}", failure.toString()))
        .onComplete(done -> loop.run(() -> sweeping = false));
  }

  private void compare(Standing standing) {
    hub.storedElsewhere(standing.laneId(), standing.lastSeq());
    hub.within(
        standing.roomId(),
        channel -> {
          channel.recalls().catchUp(standing.laneId(), standing.recalls());
          if (channel.revision() < standing.revision()) {
            hub.refresh(standing.roomId())
                .onFailure(failure -> LOG.warn("room not read anew", failure));
          }
        });
  }

  private Future<Void> others() {
    presences.readAll();
    Set<String> sessions = hub.all().stream().map(Seat::sessionId).collect(Collectors.toSet());
    return store
        .ended(database.pool(), sessions)
        .onSuccess(ended -> ended.forEach(hub::endSession))
        .mapEmpty();
  }
}
