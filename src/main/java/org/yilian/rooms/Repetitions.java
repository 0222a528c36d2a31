package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.db.Database;

/**
 * Finds out whether a text repeats what a side said in its private lane. Each lane has a set of
 * fingerprints that grows with it; only when one of them is met are the texts themselves compared.
 * Texts that come while a look at the lanes is under way share the next one. Lives on the loop.
 */
final class Repetitions {
  private static final int LANES_KEPT = 2_000;

  /** What a side said in its own lane. */
  record Spoken(String laneId, long seq, String text) {}

  /**
   * A private lane of a side that does not read the lane in question.
   *
   * @param target the lane in question
   */
  record OtherLane(String target, String laneId, long lastSeq) {}

  /** Of a room whose sockets are open here, what they have been sent is known without a look. */
  interface Known {
    /** The other lanes for that one, or nothing where its room is not open. Asked on the loop. */
    Optional<List<OtherLane>> otherSides(String laneId);
  }

  private record Asked(String laneId, String plain, Promise<Boolean> promise) {}

  /** The fingerprints of a lane up to a number. */
  private static final class Index {
    private final Fingerprints prints = new Fingerprints();
    private long upTo;
  }

  private final SpokenStore store = new SpokenStore();
  private final Map<String, Index> indexes =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Index> eldest) {
          return size() > LANES_KEPT;
        }
      };
  private final List<Asked> waiting = new ArrayList<>();
  private final Set<String> outdated = new HashSet<>();
  private final Database database;
  private final Loop loop;
  private final Known known;
  private boolean looking;

  Repetitions(Database database, Loop loop, Known known) {
    this.database = database;
    this.loop = loop;
    this.known = known;
  }

  /** Whether the text repeats what a side of another lane said there. */
  Future<Boolean> repeats(String laneId, String text) {
    String plain = Fingerprints.plain(text);
    if (plain.length() < Fingerprints.REPEATED) {
      return Future.succeededFuture(false);
    }
    Promise<Boolean> promise = Promise.promise();
    loop.run(
        () -> {
          waiting.add(new Asked(laneId, plain, promise));
          look();
        });
    return promise.future().recover(Database::refuse);
  }

  /** What was said aloud in a lane has other words now: it is read anew with the next look. */
  void reread(String laneId) {
    loop.run(() -> outdated.add(laneId));
  }

  private void look() {
    if (looking || waiting.isEmpty()) {
      return;
    }
    looking = true;
    indexes.keySet().removeAll(outdated);
    outdated.clear();
    List<Asked> asked = List.copyOf(waiting);
    waiting.clear();
    otherSides(asked.stream().map(Asked::laneId).collect(Collectors.toSet()))
        .compose(others -> grow(others).map(others))
        .onSuccess(others -> loop.run(() -> asked.forEach(one -> answer(one, others))))
        .onFailure(failure -> asked.forEach(one -> one.promise().fail(failure)))
        .onComplete(
            done ->
                loop.run(
                    () -> {
                      looking = false;
                      look();
                    }));
  }

  /** Nobody can repeat what no socket was sent: the database is asked about closed rooms alone. */
  private Future<List<OtherLane>> otherSides(Set<String> targets) {
    List<OtherLane> others = new ArrayList<>();
    Set<String> unknown = new HashSet<>();
    for (String target : targets) {
      known.otherSides(target).ifPresentOrElse(others::addAll, () -> unknown.add(target));
    }
    return unknown.isEmpty()
        ? Future.succeededFuture(others)
        : store.otherSides(database.pool(), unknown).onSuccess(others::addAll).map(others);
  }

  /** Reads on in those of the lanes that have gone on. */
  private Future<Void> grow(List<OtherLane> others) {
    Map<String, Long> behind = new LinkedHashMap<>();
    for (OtherLane other : others) {
      long upTo = index(other.laneId()).upTo;
      if (upTo < other.lastSeq()) {
        behind.put(other.laneId(), upTo);
      }
    }
    return behind.isEmpty()
        ? Future.succeededFuture()
        : store.after(database.pool(), behind).onSuccess(spoken -> add(others, spoken)).mapEmpty();
  }

  private void add(List<OtherLane> others, List<Spoken> spoken) {
    spoken.forEach(said -> index(said.laneId()).prints.add(Fingerprints.plain(said.text())));
    for (OtherLane other : others) {
      Index index = index(other.laneId());
      index.upTo = Math.max(index.upTo, other.lastSeq());
    }
  }

  private Index index(String laneId) {
    return indexes.computeIfAbsent(laneId, id -> new Index());
  }

  private void answer(Asked asked, List<OtherLane> others) {
    Map<String, Long> met = new LinkedHashMap<>();
    for (OtherLane other : others) {
      boolean concerns = other.target().equals(asked.laneId());
      if (concerns && index(other.laneId()).prints.meets(asked.plain())) {
        met.put(other.laneId(), 0L);
      }
    }
    if (met.isEmpty()) {
      asked.promise().complete(false);
    } else {
      compare(met, asked.plain()).onComplete(asked.promise());
    }
  }

  private Future<Boolean> compare(Map<String, Long> lanes, String plain) {
    return store
        .after(database.pool(), lanes)
        .map(
            all ->
                all.stream()
                    .map(spoken -> Fingerprints.plain(spoken.text()))
                    .anyMatch(said -> Fingerprints.repeats(said, plain)));
  }
}
