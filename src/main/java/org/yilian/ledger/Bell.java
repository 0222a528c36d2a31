package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.nodes.Nodes;
import org.yilian.nodes.Wake;

/**
 * Rings for units that were handed something, on every node: an open page asks once and is answered
 * when there is something new, not every second.
 */
public final class Bell {
  private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
  private static final String KIND = "unit";

  private final Map<String, List<Promise<Void>>> waiting = new HashMap<>();
  private final AssignmentStore assignments = new AssignmentStore();
  private final Vertx vertx;
  private final Database database;
  private final Nodes nodes;

  Bell(Vertx vertx, Database database, Nodes nodes) {
    this.vertx = vertx;
    this.database = database;
    this.nodes = nodes;
    nodes.on(KIND, ids -> ids.forEach(this::ringHere));
  }

  /** Tells everybody of the units that the dispute is or was in the hands of, after the commit. */
  void ringFor(String disputeId) {
    database
        .withConnection(client -> assignments.unitsOf(client, disputeId))
        .onSuccess(units -> units.forEach(this::ring))
        .onFailure(failure -> LOG.warn("nobody was rung for reason={}", failure.toString()));
  }

  private void ring(String unitId) {
    ringHere(unitId);
    nodes.wake(Wake.of(KIND, unitId));
  }

  private void ringHere(String unitId) {
    List<Promise<Void>> told;
    synchronized (waiting) {
      told = waiting.remove(unitId);
    }
    if (told != null) {
      told.forEach(Promise::tryComplete);
    }
  }

  /** Completes when it rings for one of the units, or after so long. */
  Future<Void> wait(List<String> units, long millis) {
    Promise<Void> promise = Promise.promise();
    synchronized (waiting) {
      units.forEach(unit -> waiting.computeIfAbsent(unit, key -> new ArrayList<>()).add(promise));
    }
    long timer = vertx.setTimer(millis, late -> promise.tryComplete());
    return promise.future().onComplete(told -> forget(units, promise, timer));
  }

  private void forget(List<String> units, Promise<Void> promise, long timer) {
    vertx.cancelTimer(timer);
    synchronized (waiting) {
      for (String unit : units) {
        waiting.computeIfPresent(
            unit,
            (key, all) -> {
              all.remove(promise);
              return all.isEmpty() ? null : all;
            });
      }
    }
  }
}
