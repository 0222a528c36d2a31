package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.pgclient.PgConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.kernel.Refusal;

/**
 * Writes all messages of this node over one connection. What gathers while one batch commits is the
 * next batch: no timer, and one flush to disk for all of it. When much has gathered it is sent on
 * before that commit is told, so that the database never waits for us. A message is told as written
 * only after its commit; where that is not sure it fails with {@code try-again}, which is safe,
 * since the same message is never stored twice.
 */
public final class MessageWriter {
  private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);
  private static final int BATCH = 512;
  private static final int DEADLINE_SECONDS = 15;

  /** Fewer messages are not worth a batch of their own behind one that is under way. */
  private static final int WORTH_SENDING_ON = 32;

  private static final int BATCHES_SENT = 2;

  /** After a lane was found held, it must not cost every following batch a second. */
  private static final Duration IMPATIENCE = Duration.ofSeconds(10);

  /** Clients repeat themselves when they come back, and they come back together. */
  private static final Duration CARE = Duration.ofSeconds(10);

  /** A message that waits for its batch. */
  private record Pending(Outgoing message, Promise<Written> promise) {}

  /** A batch as it was sent. */
  private record Attempt(
      List<Pending> batch, Future<PgConnection> used, WriterStore.Foresight how) {}

  /** Told of each message that was stored, in the order of its lane. */
  interface Listener {
    void stored(Outgoing message, Written written);
  }

  private final WriterStore store = new WriterStore();
  private final Deque<Pending> queue = new ArrayDeque<>();

  /** The sockets by which messages came whose outcome is not known yet, by the message's key. */
  private final Map<String, Peer> origins = new HashMap<>();

  private final Database database;
  private final Loop loop;
  private final Clock clock;
  private final int capacity;
  private Listener listener = (message, written) -> {};
  private Future<PgConnection> connection;
  private Instant impatientUntil = Instant.MIN;
  private Instant carefulUntil = Instant.MIN;
  private Promise<Void> drained;
  private int sent;

  /** How many messages the batch has that was sent last. */
  private int lastSent;

  private boolean closed;

  /**
   * @param capacity how many messages may wait; more are refused with {@code try-again}
   */
  public MessageWriter(Database database, Loop loop, Clock clock, int capacity) {
    this.database = database;
    this.loop = loop;
    this.clock = clock;
    this.capacity = capacity;
  }

  /** The loop on which messages are told as stored. */
  Loop loop() {
    return loop;
  }

  /** The socket by which a message came that is being written, or null. Asked on the loop. */
  Peer originOf(StoredMessage message) {
    return origins.get(message.key());
  }

  void onStored(Listener told) {
    listener = told;
  }

  /** Ends after the commit; fails with 503 {@code try-again} where the outcome is not known. */
  Future<Written> write(Outgoing message) {
    Promise<Written> promise = Promise.promise();
    loop.run(() -> enqueue(new Pending(message, promise)));
    return promise.future();
  }

  /** Writes what waits, takes nothing more, and gives the connection back. */
  public Future<Void> close() {
    return loop.call(
        () -> {
          closed = true;
          drained = drained == null ? Promise.promise() : drained;
          next();
          return drained.future().eventually(this::disconnect);
        });
  }

  private Future<Void> disconnect() {
    Future<PgConnection> open = connection;
    return open == null ? Future.succeededFuture() : open.compose(PgConnection::close);
  }

  private void enqueue(Pending pending) {
    if (closed || queue.size() >= capacity) {
      pending.promise().fail(Refusal.tryAgain());
      return;
    }
    queue.add(pending);
    if (pending.message().origin() != null) {
      origins.put(pending.message().key(), pending.message().origin());
    }
    next();
  }

  private void next() {
    if (closed && queue.isEmpty() && sent == 0) {
      drained.tryComplete();
    }
    if (queue.size() >= wanted()) {
      sent++;
      List<Pending> batch = take();
      lastSent = batch.size();
      write(batch)
          .onComplete(
              done -> {
                sent--;
                next();
              });
    }
  }

  /**
   * How many have to wait before a batch is sent. Behind another it has to be half as large: each
   * batch has a price of its own, and what would go by itself can go with what comes next.
   */
  private int wanted() {
    if (sent == 0) {
      return 1;
    }
    return sent < BATCHES_SENT ? Math.max(WORTH_SENDING_ON, lastSent / 2) : Integer.MAX_VALUE;
  }

  /** The same message twice in one batch would break all of it: the second one waits. */
  private List<Pending> take() {
    List<Pending> batch = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Iterator<Pending> waiting = queue.iterator();
    while (waiting.hasNext() && batch.size() < BATCH) {
      Pending pending = waiting.next();
      if (keys.add(pending.message().key())) {
        batch.add(pending);
        waiting.remove();
      }
    }
    return batch;
  }

  private Future<Void> write(List<Pending> batch) {
    List<Outgoing> messages = batch.stream().map(Pending::message).toList();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    WriterStore.Foresight how =
        new WriterStore.Foresight(now.isBefore(impatientUntil), now.isBefore(carefulUntil));
    Future<PgConnection> used = connection();
    return used.compose(open -> store.write(open, messages, now, how))
        .timeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .onSuccess(results -> settle(batch, results))
        .<Void>mapEmpty()
        .recover(failure -> failed(new Attempt(batch, used, how), failure));
  }

  private void settle(List<Pending> batch, List<Written> results) {
    for (int i = 0; i < batch.size(); i++) {
      Written written = results.get(i);
      if (written.outcome() == Written.Outcome.STORED
          || written.outcome() == Written.Outcome.AGAIN) {
        listener.stored(batch.get(i).message(), written);
      }
      batch.get(i).promise().complete(written);
      origins.remove(batch.get(i).message().key());
    }
  }

  /**
   * A lane that somebody holds, or a message that the database does not take, must not fail the
   * others: then each lane, and at last each message, is written by itself.
   */
  private Future<Void> failed(Attempt attempt, Throwable failure) {
    List<Pending> batch = attempt.batch();
    WriteFault fault = WriteFault.of(failure);
    if (fault == WriteFault.UNFORESEEN && !attempt.how().careful()) {
      carefulUntil = clock.instant().plus(CARE);
      return write(batch);
    }
    if (fault == WriteFault.LANE_HELD) {
      impatientUntil = clock.instant().plus(IMPATIENCE);
    }
    Collection<List<Pending>> parts = parts(batch, fault);
    if (parts.size() > 1) {
      return inTurn(parts.iterator());
    }
    if (fault == WriteFault.AWAY) {
      drop(attempt.used());
    }
    LOG.warn("messages not stored count={} fault={}", batch.size(), fault, failure);
    batch.forEach(pending -> origins.remove(pending.message().key()));
    batch.forEach(pending -> pending.promise().fail(Refusal.tryAgain()));
    return Future.succeededFuture();
  }

  private static Collection<List<Pending>> parts(List<Pending> batch, WriteFault fault) {
    Map<Object, List<Pending>> parts = new LinkedHashMap<>();
    for (Pending pending : batch) {
      Object part =
          switch (fault) {
            case AWAY -> "all";
            case LANE_HELD -> pending.message().laneId();
            case MESSAGE_BAD, UNFORESEEN -> pending;
          };
      parts.computeIfAbsent(part, key -> new ArrayList<>()).add(pending);
    }
    return parts.values();
  }

  private Future<Void> inTurn(Iterator<List<Pending>> parts) {
    return parts.hasNext()
        ? write(parts.next()).compose(done -> inTurn(parts))
        : Future.succeededFuture();
  }

  private Future<PgConnection> connection() {
    if (connection == null) {
      Future<PgConnection> opening = database.dedicated().compose(this::prepared);
      connection = opening;
      opening.onFailure(failure -> forget(opening));
      opening.onSuccess(open -> open.closeHandler(gone -> loop.run(() -> forget(opening))));
    }
    return connection;
  }

  private Future<PgConnection> prepared(PgConnection open) {
    return store
        .prepare(open)
        .map(open)
        .recover(failure -> open.close().transform(closed -> Future.failedFuture(failure)));
  }

  private void forget(Future<PgConnection> gone) {
    if (connection == gone) {
      connection = null;
    }
  }

  private void drop(Future<PgConnection> used) {
    forget(used);
    if (used.succeeded()) {
      used.result().close().onFailure(failure -> LOG.debug("connection was gone already"));
    }
  }
}
