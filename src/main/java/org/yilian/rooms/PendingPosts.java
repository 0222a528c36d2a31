package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;

/**
 * What a change has to tell its lanes: kept in the transaction of the change, said after it, and
 * said by the next start or sweep of any node where a crash came between. Each is said once, in the
 * order of its lane.
 */
public final class PendingPosts {
  private static final Logger LOG = LoggerFactory.getLogger(PendingPosts.class);
  private static final long SWEEP_MILLIS = 5_000;

  /** A younger one is most likely being said at this moment. */
  private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);

  private static final int SWEPT_AT_ONCE = 500;

  private final PendingPostStore store = new PendingPostStore();
  private final Database database;
  private final MessageWriter writer;
  private final Loop loop;
  private final Clock clock;
  private long timer;

  public PendingPosts(Database database, MessageWriter writer, Loop loop, Clock clock) {
    this.database = database;
    this.writer = writer;
    this.loop = loop;
    this.clock = clock;
  }

  /** Keeps them in the caller's transaction; {@link #send} follows its commit. */
  public Future<Void> keep(SqlClient client, List<PendingPost> posts) {
    return posts.isEmpty()
        ? Future.succeededFuture()
        : store.insert(client, posts, clock.instant());
  }

  /** Says what the lanes of this room have yet to be told. Never fails: the sweep tries again. */
  public Future<Void> send(String roomId) {
    return sendAll(store.ofRoom(database.pool(), roomId));
  }

  /** Says what a crash left behind, whatever its age, and goes on looking for more. */
  public Future<Void> start() {
    timer = loop.every(SWEEP_MILLIS, () -> sweep(clock.instant().minus(LEFT_BEHIND)));
    return sweep(clock.instant().plus(LEFT_BEHIND));
  }

  /** Looks no more. What is left waits for the next start. */
  public void stop() {
    loop.cancel(timer);
  }

  private Future<Void> sweep(Instant before) {
    return sendAll(store.before(database.pool(), before, SWEPT_AT_ONCE));
  }

  private Future<Void> sendAll(Future<List<PendingPost>> reading) {
    return reading
        .compose(posts -> Future.join(byLane(posts).values().stream().map(this::inTurn).toList()))
        .onFailure(failure -> LOG.warn("posts not sent yet", failure))
        .<Void>mapEmpty()
        .otherwiseEmpty();
  }

  private static Map<String, List<PendingPost>> byLane(List<PendingPost> posts) {
    return posts.stream()
        .collect(
            Collectors.groupingBy(
                PendingPost::laneId, LinkedHashMap::new, Collectors.toUnmodifiableList()));
  }

  /** One that fails holds back those behind it, and what was said before is done with. */
  private Future<Void> inTurn(List<PendingPost> posts) {
    List<String> said = new ArrayList<>();
    Future<Void> all = Future.succeededFuture();
    for (PendingPost post : posts) {
      all = all.compose(before -> say(post)).onSuccess(done -> said.add(post.id()));
    }
    return all.eventually(() -> store.delete(database.pool(), said));
  }

  private Future<Void> say(PendingPost post) {
    return writer.write(post.message()).onSuccess(written -> check(post, written)).mapEmpty();
  }

  /** Whoever kept it was entitled then; so this means that another node has just done with it. */
  private static void check(PendingPost post, Written written) {
    if (written.outcome() == Written.Outcome.NOT_ENTITLED) {
      LOG.warn("post was done with already id={} lane={}", post.id(), post.laneId());
    }
  }
}
