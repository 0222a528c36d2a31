package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.yilian.db.Database;
import org.yilian.knowledge.sources.ArticleText;
import org.yilian.knowledge.sources.Reading;
import org.yilian.knowledge.sources.StatuteText;
import org.yilian.knowledge.sources.Terms;

/**
 * Takes a collection into the database, all of it or nothing: what is there stays until the last
 * article is in. What a collection does not hold is not removed; what is the same is not touched.
 */
public final class StatuteImports {
  private static final int NAMED = 50;

  private final ChangeStore changes = new ChangeStore();
  private final StatuteStore store = new StatuteStore();
  private final ArticleStore articles = new ArticleStore();
  private final Database database;
  private final Clock clock;

  public StatuteImports(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What an import did to what was there.
   *
   * @param added versions that are new, by name
   * @param changed versions whose text is another now, each with what differs
   */
  public record Outcome(
      List<String> added,
      List<String> changed,
      int unchanged,
      int newArticles,
      int repealed,
      List<String> leftOut) {

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

  /** What happens while one import goes on; the transaction's own, and so never shared. */
  private static final class Course {
    final Map<String, StatuteStore.Stored> byVersion = new HashMap<>();
    final Map<String, String> printsByKey = new HashMap<>();
    final List<String> added = new ArrayList<>();
    final List<String> changed = new ArrayList<>();
    int unchanged;
    int articles;

    Course(List<StatuteStore.Stored> stored) {
      for (StatuteStore.Stored one : stored) {
        byVersion.put(version(one.key(), one.published()), one);
        printsByKey.put(one.key() + one.print(), one.print());
      }
    }

    static String version(String key, LocalDate published) {
      return key + "|" + published;
    }
  }

  /**
   * Imports what was read.
   *
   * @param by the person who imports, or null from the command line
   * @param progress told how many statutes of how many are done
   */
  public Future<Outcome> take(
      Reading reading, String source, String by, BiConsumer<Integer, Integer> progress) {
    return database.inTransaction(
        client ->
            changes
                .lock(client)
                .compose(locked -> store.stored(client))
                .map(Course::new)
                .compose(course -> takeAll(client, reading.statutes(), course, progress))
                .compose(course -> end(client).map(ended -> outcome(course, reading, ended)))
                .compose(outcome -> record(client, outcome, source, by)));
  }

  private Future<Course> takeAll(
      SqlClient client,
      List<StatuteText> statutes,
      Course course,
      BiConsumer<Integer, Integer> progress) {
    Future<Void> done = Future.succeededFuture();
    for (int i = 0; i < statutes.size(); i++) {
      StatuteText statute = statutes.get(i);
      int count = i + 1;
      done =
          done.compose(before -> take(client, statute, course))
              .onSuccess(taken -> progress.accept(count, statutes.size()));
    }
    return done.map(course);
  }

  private Future<Void> take(SqlClient client, StatuteText statute, Course course) {
    StatuteStore.Stored before =
        course.byVersion.get(Course.version(statute.key(), statute.published()));
    String print = statute.print();
    boolean same = before != null && before.print().equals(print);
    boolean doubled = before == null && course.printsByKey.containsKey(statute.key() + print);
    if (same || doubled) {
      course.unchanged++;
      return Future.succeededFuture();
    }
    course.printsByKey.put(statute.key() + print, print);
    course.articles += statute.articles().size();
    if (before == null) {
      course.added.add(shown(statute));
      return insert(client, statute);
    }
    return articles
        .texts(client, before.id())
        .onSuccess(texts -> course.changed.add(shown(statute) + difference(texts, statute)))
        .compose(texts -> store.delete(client, before.id()))
        .compose(deleted -> insert(client, statute));
  }

  private Future<Void> insert(SqlClient client, StatuteText statute) {
    LocalDate stated = Terms.force(statute.articles()).orElse(null);
    LocalDate from = new Validity.Version(0, statute.law(), statute.published(), stated).from();
    return store
        .insert(client, statute, stated, from)
        .compose(
            id ->
                articles
                    .insert(client, id, statute)
                    .compose(in -> store.insertRepeals(client, id, Terms.repeals(statute))));
  }

  private static String shown(StatuteText statute) {
    return "《%s》%s"
        .formatted(
            statute.law(),
            Optional.ofNullable(statute.published()).map(day -> "（" + day + "）").orElse(""));
  }

  private static String difference(Map<ArticleNumber, String> before, StatuteText now) {
    List<ArticleText> articles = now.articles();
    long fresh = articles.stream().filter(one -> !before.containsKey(one.number())).count();
    long same =
        articles.stream().filter(one -> one.text().equals(before.get(one.number()))).count();
    long gone = before.size() - (articles.size() - fresh);
    return "：新增 %d 条，改动 %d 条，减少 %d 条".formatted(fresh, articles.size() - fresh - same, gone);
  }

  /** Works out all terms anew, since any statute may end any other. */
  private Future<Integer> end(SqlClient client) {
    return store
        .versions(client)
        .compose(versions -> store.repeals(client).map(repeals -> Validity.of(versions, repeals)))
        .compose(ends -> store.end(client, ends).map(ends.size()));
  }

  private static Outcome outcome(Course course, Reading reading, int repealed) {
    return new Outcome(
        List.copyOf(course.added),
        List.copyOf(course.changed),
        course.unchanged,
        course.articles,
        repealed,
        reading.leftOut());
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
