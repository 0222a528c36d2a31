package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;
import org.yilian.db.Database;
import org.yilian.knowledge.sources.Reading;

/**
 * Takes a collection into the database, all of it or nothing: what is there stays until the last
 * article is in. What a collection does not hold is not removed; what is the same is not touched.
 */
public final class StatuteImports {
  private static final int NAMED = 50;

  private final ChangeStore changes = new ChangeStore();
  private final StatuteStore store = new StatuteStore();
  private final ArticleStore articles = new ArticleStore();
  private final StatuteEnds ends = new StatuteEnds();
  private final Comparing comparing = new Comparing();
  private final Vertx vertx;
  private final Database database;
  private final Clock clock;

  public StatuteImports(Vertx vertx, Database database, Clock clock) {
    this.vertx = vertx;
    this.database = database;
    this.clock = clock;
  }

  /**
   * What an import did to what was there.
   *
   * @param added versions that are new, by name
   * @param changed versions whose text is another now, each with what differs
   * @param repealed versions that have an end now
   */
  public record Outcome(
      List<String> added,
      List<String> changed,
      int unchanged,
      int newArticles,
      int repealed,
      List<String> leftOut) {

    static Outcome of(Comparison comparison, int repealed) {
      return new Outcome(
          comparison.added().stream().map(IncomingStatute::shown).toList(),
          comparison.changed().stream().map(Comparison.Changed::told).toList(),
          comparison.unchanged(),
          comparison.newArticles(),
          repealed,
          comparison.leftOut());
    }

    /** Whether anything is different now. */
    public boolean changedAnything() {
      return !added.isEmpty() || !changed.isEmpty();
    }

    public JsonObject toJson() {
      return new JsonObject()
          .put("added", added.size())
          .put("changed", changed.size())
          .put("unchanged", unchanged)
          .put("newArticles", newArticles)
          .put("repealed", repealed)
          .put("addedNames", named(added))
          .put("changes", named(changed))
          .put("leftOut", named(leftOut));
    }

    private static JsonArray named(List<String> names) {
      return new JsonArray(names.subList(0, Math.min(NAMED, names.size())));
    }
  }

  private Future<List<IncomingStatute>> incoming(Reading reading) {
    return vertx.executeBlocking(() -> IncomingStatute.of(reading), false);
  }

  /** What an import of this would do, as {@code Preview} tells it. Changes nothing. */
  public Future<JsonObject> preview(Reading reading) {
    return incoming(reading)
        .compose(
            statutes ->
                database.inTransaction(client -> comparing.of(client, statutes, reading.leftOut())))
        .map(Preview::of);
  }

  /**
   * Imports what was read.
   *
   * @param by the person who imports, or null from the command line
   * @param progress told how many statutes of how many are written
   */
  public Future<Outcome> take(
      Reading reading, String source, String by, BiConsumer<Integer, Integer> progress) {
    return incoming(reading)
        .compose(
            statutes ->
                database.inTransaction(
                    client ->
                        changes
                            .lock(client)
                            .compose(locked -> comparing.of(client, statutes, reading.leftOut()))
                            .compose(comparison -> write(client, comparison, progress))
                            .compose(outcome -> record(client, outcome, source, by))));
  }

  private Future<Outcome> write(
      SqlClient client, Comparison comparison, BiConsumer<Integer, Integer> progress) {
    Future<Void> done = Future.succeededFuture();
    int count = 0;
    for (Comparison.Changed one : comparison.changed()) {
      int written = ++count;
      done =
          done.compose(before -> store.delete(client, one.before()))
              .compose(deleted -> insert(client, one.now()))
              .onSuccess(in -> progress.accept(written, comparison.writes()));
    }
    for (IncomingStatute statute : comparison.added()) {
      int written = ++count;
      done =
          done.compose(before -> insert(client, statute))
              .onSuccess(in -> progress.accept(written, comparison.writes()));
    }
    return done.compose(written -> ends.workOut(client))
        .map(ended -> Outcome.of(comparison, ended));
  }

  private Future<Void> insert(SqlClient client, IncomingStatute statute) {
    return store
        .insert(client, statute)
        .compose(
            id ->
                articles
                    .insert(client, id, statute.text())
                    .compose(in -> store.insertRepeals(client, id, statute.repeals())));
  }

  private Future<Outcome> record(SqlClient client, Outcome outcome, String source, String by) {
    if (!outcome.changedAnything()) {
      return Future.succeededFuture(outcome);
    }
    return changes
        .record(client, "STATUTES", source, outcome.toJson(), by, clock.instant())
        .map(outcome);
  }
}
