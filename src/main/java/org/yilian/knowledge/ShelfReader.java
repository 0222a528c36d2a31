package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yilian.db.Database;
import org.yilian.kernel.Hash;

/** Reads the whole collection from the database onto a new shelf. */
final class ShelfReader {
  private static final int ROWS_AT_ONCE = 4_000;

  private final ChangeStore changes = new ChangeStore();
  private final StatuteStore statutes = new StatuteStore();
  private final ArticleStore articles = new ArticleStore();
  private final KnownQuestionStore questions = new KnownQuestionStore();
  private final RepealStore repeals = new RepealStore();
  private final Vertx vertx;
  private final Database database;
  private final Map<Citation, Gist> gists = new LinkedHashMap<>();

  ShelfReader(Vertx vertx, Database database, Digest digest) {
    this.vertx = vertx;
    this.database = database;
    digest.gists().forEach(gist -> gists.put(citation(gist), gist));
  }

  private static Citation citation(Gist gist) {
    return Citation.of(gist.law(), gist.number());
  }

  /** A shelf and the number of the last change that is on it. */
  record Read(long change, Shelf shelf) {}

  Future<Read> read() {
    return database
        .inTransaction(this::rows)
        .compose(rows -> vertx.executeBlocking(() -> put(rows), false));
  }

  private record Rows(long change, List<Shelf.Entry> entries, List<KnownQuestion> questions) {}

  private Future<Rows> rows(SqlClient client) {
    return changes
        .latest(client)
        .compose(
            change ->
                entries(client)
                    .compose(
                        entries ->
                            questions
                                .all(client)
                                .map(known -> new Rows(change, entries, sorted(known)))));
  }

  private static List<KnownQuestion> sorted(Map<String, KnownQuestion> known) {
    return known.keySet().stream().sorted().map(known::get).toList();
  }

  /** Indexing takes seconds: not while a transaction waits. */
  private Read put(Rows rows) {
    Shelf shelf = new Shelf(withGists(rows.entries()), rows.questions());
    shelf.words();
    return new Read(rows.change(), shelf);
  }

  private Future<List<Shelf.Entry>> entries(SqlClient client) {
    return statutes
        .statutes(client)
        .compose(
            all ->
                repeals
                    .ofArticles(client)
                    .map(ended -> new Terms(all, ended))
                    .compose(
                        terms ->
                            articles(
                                client, terms, ArticleStore.Position.START, new ArrayList<>())));
  }

  /** What is known of the time of every article. */
  private record Terms(Map<Long, Statute> statutes, RepealStore.OfArticles ended) {
    Article article(ArticleStore.ArticleRow row) {
      Statute statute = statutes.get(row.statute());
      return row.article(statute, ended.end(row.lawKey(), row.number(), statute.effectiveFrom()));
    }
  }

  private Future<List<Shelf.Entry>> articles(
      SqlClient client, Terms terms, ArticleStore.Position after, List<Shelf.Entry> entries) {
    return articles
        .after(client, after, ROWS_AT_ONCE)
        .compose(
            rows -> {
              rows.forEach(row -> entries.add(entry(row, terms.article(row))));
              if (rows.size() < ROWS_AT_ONCE) {
                return Future.succeededFuture(entries);
              }
              ArticleStore.ArticleRow last = rows.get(rows.size() - 1);
              return articles(
                  client, terms, new ArticleStore.Position(last.statute(), last.number()), entries);
            });
  }

  private Shelf.Entry entry(ArticleStore.ArticleRow row, Article article) {
    Citation citation = new Citation(row.lawKey(), row.number());
    return new Shelf.Entry(citation, article.law(), article, gists.get(citation), row.print());
  }

  /** What can be searched before anything is read; the first search makes its index. */
  Shelf digestAlone() {
    return new Shelf(withGists(List.of()), List.of());
  }

  /** Gists stand by themselves where their article was not imported. */
  private List<Shelf.Entry> withGists(List<Shelf.Entry> entries) {
    Set<Citation> imported = new HashSet<>();
    entries.forEach(entry -> imported.add(entry.citation()));
    List<Shelf.Entry> all = new ArrayList<>(entries);
    gists.forEach(
        (citation, gist) -> {
          if (imported.add(citation)) {
            all.add(new Shelf.Entry(citation, gist.law(), null, gist, print(gist)));
          }
        });
    return all;
  }

  static String print(Gist gist) {
    return Hash.of(embedded(gist)).hex();
  }

  static String embedded(Gist gist) {
    return Embedding.text(gist.law(), "", gist.gist());
  }
}
