package org.yilian.evidence;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.kernel.Periodic;

/**
 * Closes each day, by the calendar of China: signs what has grown without a pause or an end, and
 * signs one head over all heads of the day, for the operator to publish.
 */
public final class Days {
  private static final Logger LOG = LoggerFactory.getLogger(Days.class);
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int LOOKED_AT = 5;
  private static final long EVERY_MILLIS = Duration.ofMinutes(10).toMillis();

  private final OpenTreeStore open = new OpenTreeStore();
  private final HeadStore headStore = new HeadStore();
  private final DayStore store = new DayStore();
  private final SecureRandom random = new SecureRandom();
  private final Periodic looking;
  private final Database database;
  private final SigningKeys keys;
  private final Heads heads;
  private final Clock clock;

  public Days(Vertx vertx, Database database, SigningKeys keys, Heads heads, Clock clock) {
    this.looking = new Periodic(vertx, EVERY_MILLIS, this::closeYesterday);
    this.database = database;
    this.keys = keys;
    this.heads = heads;
    this.clock = clock;
  }

  /** Looks from time to time whether yesterday is still to be closed. */
  public void start() {
    looking.start();
  }

  public void stop() {
    looking.stop();
  }

  private Future<Void> closeYesterday() {
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), CHINA).minusDays(1);
    return close(yesterday)
        .onFailure(failure -> LOG.warn("day not closed day={}", yesterday, failure));
  }

  /** Closes a day that is over; a second time does nothing. */
  public Future<Void> close(LocalDate date) {
    return database
        .withConnection(client -> store.on(client, date))
        .compose(
            done ->
                done.isPresent()
                    ? Future.succeededFuture()
                    : signOpen(end(date).minus(Duration.ofDays(2))).compose(all -> make(date)));
  }

  /** Each tree in a transaction of its own: a day may have many. */
  private Future<Void> signOpen(Instant since) {
    return database.withConnection(client -> open.grown(client, since)).compose(this::signEach);
  }

  private Future<Void> signEach(List<Tree> trees) {
    Future<Void> done = Future.succeededFuture();
    for (Tree tree : trees) {
      done = done.compose(before -> database.inTransaction(c -> heads.sign(c, List.of(tree))));
    }
    return done;
  }

  /** Over the last heads that were signed since the day before was closed. */
  private Future<Void> make(LocalDate date) {
    return database.inTransaction(
        client ->
            store
                .until(client, date.minusDays(1), 1)
                .compose(last -> make(client, date, last.stream().findFirst())));
  }

  private Future<Void> make(SqlClient client, LocalDate date, Optional<Day> last) {
    byte[] before = last.map(Day::root).orElse(Day.NOTHING_BEFORE);
    Instant from = last.map(day -> end(day.date())).orElse(Instant.EPOCH);
    return headStore
        .lastBetween(client, from, clock.instant())
        .compose(signed -> keys.sign(key -> Day.of(date, before, signed, key, random)))
        .compose(day -> store.keep(client, day));
  }

  private static Instant end(LocalDate date) {
    return date.plusDays(1).atStartOfDay(CHINA).toInstant();
  }

  /** The last head of a tree whose day is closed; empty where there is none yet. */
  public Future<Optional<Anchor>> anchor(SqlClient client, Tree tree) {
    return headStore
        .lastBefore(client, tree, clock.instant(), LOOKED_AT)
        .compose(last -> anchor(client, last, 0));
  }

  private Future<Optional<Anchor>> anchor(SqlClient client, List<Head> last, int i) {
    if (i >= last.size()) {
      return Future.succeededFuture(Optional.empty());
    }
    Head head = last.get(i);
    return placeOf(client, head)
        .compose(
            place ->
                place.isPresent()
                    ? Future.succeededFuture(place.map(found -> new Anchor(head, found)))
                    : anchor(client, last, i + 1));
  }

  /** Among the heads of its own day, or of the day that was closed just before it. */
  private Future<Optional<DayPlace>> placeOf(SqlClient client, Head head) {
    LocalDate signed = LocalDate.ofInstant(head.at(), CHINA);
    return placeOn(client, head, signed.minusDays(1))
        .compose(
            found ->
                found.isPresent() ? Future.succeededFuture(found) : placeOn(client, head, signed));
  }

  private Future<Optional<DayPlace>> placeOn(SqlClient client, Head head, LocalDate date) {
    return store.on(client, date).map(day -> day.flatMap(found -> found.placeOf(head)));
  }

  /** What may be published, newest first: neither sizes nor names. */
  public Future<List<JsonObject>> published(int limit) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
    return database
        .withConnection(client -> store.until(client, today, limit))
        .map(days -> days.stream().map(Day::json).toList());
  }
}
