package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.kernel.Form;
import org.yilian.kernel.Periodic;
import org.yilian.kernel.Refusal;

/**
 * Early warning: repeated disputes of the same people, clusters by place and type, disputes that
 * may turn to violence, and what the counters see rising. A warning shows its reasons and decides
 * nothing; a person confirms or dismisses it, and how many prove right is counted.
 */
public final class Warnings {
  private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);
  private static final long SWEEP_MILLIS = 15 * 60_000;

  private final WarningStore store = new WarningStore();
  private final RisingStore risings = new RisingStore();
  private final Periodic rounds;
  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  Warnings(Vertx vertx, Database database, Ledger ledger, Clock clock) {
    this.rounds = new Periodic(vertx, SWEEP_MILLIS, this::sweep);
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** What a person says of a warning. */
  private enum Decision {
    CONFIRMED,
    DISMISSED
  }

  void start() {
    rounds.start();
  }

  void stop() {
    rounds.stop();
  }

  /** Looks through the last ninety days. */
  public Future<Void> sweep() {
    return database
        .inTransaction(client -> store.find(client, clock.instant()))
        .onFailure(failure -> LOG.warn("warnings found later reason={}", failure.toString()));
  }

  /**
   * A type of dispute that rises at a place.
   *
   * @param reasons with the counts of both terms and the threshold
   */
  public record Rising(String area, String type, List<String> reasons) {
    public Rising {
      reasons = List.copyOf(reasons);
    }
  }

  /** Warns of what rises since that day, in the transaction of whoever counted it. */
  public Future<Void> rising(SqlClient client, LocalDate since, List<Rising> found) {
    Future<Void> done = Future.succeededFuture();
    for (Rising one : found) {
      done = done.compose(before -> risings.put(client, one, since, clock.instant()));
    }
    return done;
  }

  /**
   * A page of the warnings of the caller's area, open ones first: {@code {items, confirmed,
   * decided, kinds, next?}}.
   *
   * @param after the {@code next} of the page before, or null
   */
  public Future<JsonObject> list(Caller caller, String after, int limit) {
    Caller.Staff staff = caller.staff();
    WarningStore.Place from =
        after == null
            ? WarningStore.Place.START
            : WarningStore.Place.read(after).orElseThrow(() -> Refusal.field("after", "请从第一页看起。"));
    return database.withConnection(
        client ->
            ledger.look(client, staff).compose(look -> list(client, look.areas(), from, limit)));
  }

  private Future<JsonObject> list(
      SqlClient client, List<String> areas, WarningStore.Place from, int limit) {
    return store
        .within(client, areas, from, limit)
        .compose(items -> store.precision(client, areas).map(counts -> page(counts, items, limit)));
  }

  private static JsonObject page(JsonObject counts, List<JsonObject> items, int limit) {
    JsonObject page = counts.put("items", new JsonArray(items));
    return items.size() < limit
        ? page
        : page.put("next", WarningStore.Place.of(items.get(limit - 1)).written());
  }

  /** A person confirms or dismisses: {@code {decision, note}}. */
  public Future<Void> decide(Caller caller, String id, Form form) {
    Decision decision = form.word("decision", Decision.class);
    String note = form.text("note", 500);
    form.check();
    return database.inTransaction(
        client ->
            ledger
                .look(client, caller.staff())
                .compose(look -> seen(client, look, id))
                .compose(
                    seen ->
                        store.decide(
                            client,
                            id,
                            decision.name(),
                            caller.principalId(),
                            note,
                            clock.instant()))
                .map(Warnings::orDecided));
  }

  private Future<String> seen(SqlClient client, Look look, String id) {
    return store
        .areaOf(client, id)
        .map(area -> area.filter(look::oversees).orElseThrow(Refusal::notFound));
  }

  private static Void orDecided(boolean first) {
    if (!first) {
      throw Refusal.conflict("wrong-state", "这条预警已经有人处理过，请刷新后再看。");
    }
    return null;
  }
}
