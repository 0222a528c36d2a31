package org.yilian.rooms;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yilian.db.Database;

/**
 * Finds out whether a text repeats what a side said in its private lane. Each lane has a set of
 * fingerprints that grows with it; only when one of them is met are the texts themselves compared.
 */
final class Repetitions {
  private static final int LANES_KEPT = 2_000;

  /** What a side said in its own lane. */
  record Spoken(String laneId, long seq, String text) {}

  /** The fingerprints of a lane up to a number. */
  private static final class Index {
    private final Fingerprints prints = new Fingerprints();
    private long upTo;
  }

  private final SpokenStore store = new SpokenStore();
  private final Map<String, Index> indexes =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Index> eldest) {
          return size() > LANES_KEPT;
        }
      };
  private final Database database;

  Repetitions(Database database) {
    this.database = database;
  }

  /** Whether the text repeats what a side of another lane said there. */
  Future<Boolean> repeats(String laneId, String text) {
    String plain = Fingerprints.plain(text);
    if (plain.length() < Fingerprints.REPEATED) {
      return Future.succeededFuture(false);
    }
    return store
        .otherSides(database.pool(), laneId)
        .compose(lanes -> repeats(lanes, plain))
        .recover(Database::refuse);
  }

  private Future<Boolean> repeats(List<String> lanes, String plain) {
    return lanes.isEmpty()
        ? Future.succeededFuture(false)
        : store
            .after(database.pool(), lanes, lanes.stream().map(this::upTo).toList())
            .compose(
                spoken -> {
                  spoken.forEach(this::add);
                  List<String> met = lanes.stream().filter(lane -> meets(lane, plain)).toList();
                  return met.isEmpty() ? Future.succeededFuture(false) : compare(met, plain);
                });
  }

  private synchronized long upTo(String laneId) {
    return indexes.computeIfAbsent(laneId, id -> new Index()).upTo;
  }

  private synchronized void add(Spoken spoken) {
    Index index = indexes.computeIfAbsent(spoken.laneId(), id -> new Index());
    index.prints.add(Fingerprints.plain(spoken.text()));
    index.upTo = Math.max(index.upTo, spoken.seq());
  }

  private synchronized boolean meets(String laneId, String plain) {
    Index index = indexes.get(laneId);
    return index != null && index.prints.meets(plain);
  }

  private Future<Boolean> compare(List<String> lanes, String plain) {
    return store
        .after(database.pool(), lanes, lanes.stream().map(lane -> 0L).toList())
        .map(
            all ->
                all.stream()
                    .anyMatch(
                        spoken -> Fingerprints.repeats(Fingerprints.plain(spoken.text()), plain)));
  }
}
