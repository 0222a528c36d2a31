package org.yilian.statistics;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.identity.Area;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.kernel.Periodic;

/**
 * What the wall screen of an area shows. However many screens watch an area, it is read once for
 * all of them within a few seconds.
 */
public final class Walls {
  private static final Logger LOG = LoggerFactory.getLogger(Walls.class);
  private static final Duration FRESH = Duration.ofSeconds(3);
  private static final long FOLD_MILLIS = 2_000;
  private static final int TREND_DAYS = 7;
  private static final int MOST_KEPT = 1_500;

  private final TallyStore store = new TallyStore();
  private final Periodic folding;
  private final Database database;
  private final Areas areas;
  private final Clock clock;
  private final Map<String, Shown> shown =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Shown> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Shown(Instant at, Future<JsonObject> what) {}

  public Walls(Vertx vertx, Database database, Areas areas, Clock clock) {
    this.folding = new Periodic(vertx, FOLD_MILLIS, this::fold);
    this.database = database;
    this.areas = areas;
    this.clock = clock;
  }

  /** Folds changes into the counters from now on; until then they are counted beside them. */
  public void start() {
    folding.start();
  }

  public void stop() {
    folding.stop();
  }

  /** Of several servers one folds. */
  public Future<Void> fold() {
    return database
        .inTransaction(store::fold)
        .onFailure(failure -> LOG.warn("counters fold later reason={}", failure.toString()));
  }

  /**
   * The wall screen of an area since a day: counts and shares, no name of anybody.
   *
   * @param since the first day that counts, such as the launch; the year's first where it is null
   */
  public Future<JsonObject> of(Caller caller, String wanted, LocalDate since) {
    return database
        .withConnection(client -> areas.look(client, caller.staff()))
        .map(look -> Figures.areaOf(look, wanted))
        .compose(area -> current(area, since));
  }

  private synchronized Future<JsonObject> current(String area, LocalDate since) {
    Instant now = clock.instant();
    String key = area + ' ' + since;
    Shown last = shown.get(key);
    if (last == null || last.at.plus(FRESH).isBefore(now) || last.what.failed()) {
      last = new Shown(now, database.withConnection(client -> read(client, area, since, now)));
      shown.put(key, last);
    }
    return last.what;
  }

  private Future<JsonObject> read(SqlClient client, String area, LocalDate since, Instant now) {
    LocalDate today = Deadlines.dateOf(now);
    LocalDate from = since == null ? today.withDayOfYear(1) : since;
    Tally.Term term = new Tally.Term(from, today);
    Tally.Term week = new Tally.Term(today.minusDays(TREND_DAYS - 1), today);
    Future<Tally> all = store.of(client, area, term);
    Future<List<JsonObject>> days = store.days(client, area, week);
    Future<List<JsonObject>> parts = store.within(client, area, term);
    Future<JsonObject> moment = store.now(client, area, now);
    Future<List<Area>> place = areas.chain(client, area);
    return Future.all(all, days, parts, moment, place)
        .map(
            done ->
                Figures.view(all.result())
                    .mergeIn(moment.result())
                    .put("area", area)
                    .put("name", nameOf(place.result()))
                    .put("from", from.toString())
                    .put("days", new JsonArray(days.result()))
                    .put("parts", new JsonArray(parts.result()))
                    .put("readAt", now.toString())
                    .put("definitions", Definitions.ALL));
  }

  static String nameOf(List<Area> place) {
    return place.isEmpty() ? "" : place.get(place.size() - 1).name();
  }
}
