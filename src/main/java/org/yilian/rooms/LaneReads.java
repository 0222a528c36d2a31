package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.yilian.db.Database;

/**
 * Reads lanes for the open rooms of this node. What is asked for while a reading is under way goes
 * together in the next one, whatever the lane, so that a burst costs few statements. Lives on the
 * loop.
 */
final class LaneReads {
  /** Messages of one lane at a time. */
  static final int PAGE = 250;

  private static final int LANES = 64;
  private static final int AT_ONCE = 2;

  /** A lane after a number. */
  record Place(String laneId, long after) {}

  private record Asked(Place place, Promise<LanePage> promise) {}

  private final LaneReadStore store = new LaneReadStore();
  private final Deque<Asked> waiting = new ArrayDeque<>();
  private final Database database;
  private final Loop loop;
  private int reading;

  LaneReads(Database database, Loop loop) {
    this.database = database;
    this.loop = loop;
  }

  /** The messages of a lane after a number, their authors not filled in. */
  Future<LanePage> after(String laneId, long after) {
    Promise<LanePage> promise = Promise.promise();
    waiting.add(new Asked(new Place(laneId, after), promise));
    next();
    return promise.future();
  }

  /** What was recalled in a lane after the n-th time, in order. */
  Future<List<Recall>> recalls(String laneId, long after) {
    return loop.here(store.recalls(database.pool(), laneId, after));
  }

  private void next() {
    if (reading == AT_ONCE || waiting.isEmpty()) {
      return;
    }
    reading++;
    List<Asked> batch = new ArrayList<>();
    while (batch.size() < LANES && !waiting.isEmpty()) {
      batch.add(waiting.poll());
    }
    store
        .read(database.pool(), batch.stream().map(Asked::place).toList(), PAGE)
        .onComplete(pages -> loop.run(() -> answer(batch, pages.result(), pages.cause())));
  }

  private void answer(List<Asked> batch, List<LanePage> pages, Throwable failure) {
    reading--;
    for (int i = 0; i < batch.size(); i++) {
      if (failure == null) {
        batch.get(i).promise().complete(pages.get(i));
      } else {
        batch.get(i).promise().fail(Database.refused(failure));
      }
    }
    next();
  }
}
