package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilian.kernel.Hash;
import org.yilian.knowledge.sources.ArticleText;
import org.yilian.knowledge.sources.StatuteText;

/** Rows of articles: as they are taken in, and as they are read again. */
final class ArticleStore {
  private static final int ARTICLES_AT_ONCE = 1_000;

  /** One row of the collection as it is read whole. */
  record ArticleRow(
      long statute,
      String lawKey,
      ArticleNumber number,
      String heading,
      String text,
      String print) {
    /**
     * @param own its end apart from its statute, or null
     */
    Article article(Statute statute, End own) {
      return new Article(statute, number, heading, text, own);
    }
  }

  /** Where reading goes on. */
  record Position(long statute, ArticleNumber number) {
    static final Position START = new Position(0, new ArticleNumber(1, 0));
  }

  Future<Void> insert(SqlClient client, long statute, StatuteText source) {
    List<ArticleText> all = source.articles();
    Future<Void> done = Future.succeededFuture();
    for (int from = 0; from < all.size(); from += ARTICLES_AT_ONCE) {
      List<ArticleText> part = all.subList(from, Math.min(all.size(), from + ARTICLES_AT_ONCE));
      done = done.compose(before -> insertPart(client, statute, source.law(), part));
    }
    return done;
  }

  private static Future<Void> insertPart(
      SqlClient client, long statute, String law, List<ArticleText> part) {
    String sql =
        """
        insert into statute_articles (statute_id, main, added, heading, text, print)
        select $1, * from unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::text[])
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                statute,
                part.stream().map(article -> article.number().main()).toArray(Integer[]::new),
                part.stream().map(article -> article.number().added()).toArray(Integer[]::new),
                part.stream().map(ArticleText::heading).toArray(String[]::new),
                part.stream().map(ArticleText::text).toArray(String[]::new),
                part.stream().map(article -> print(law, article)).toArray(String[]::new)))
        .mapEmpty();
  }

  private static String print(String law, ArticleText article) {
    return Hash.of(Embedding.text(law, article.heading(), article.text())).hex();
  }

  /** The texts of a version, to tell what a new one changes. */
  Future<Map<ArticleNumber, String>> texts(SqlClient client, long statute) {
    return client
        .preparedQuery("select main, added, text from statute_articles where statute_id = $1")
        .execute(Tuple.of(statute))
        .map(
            rows -> {
              Map<ArticleNumber, String> texts = new HashMap<>();
              rows.forEach(row -> texts.put(number(row), row.getString("text")));
              return texts;
            });
  }

  /** What the database holds under an article's name on a day: one text, or none. */
  Future<List<String>> quoted(SqlClient client, Article article, LocalDate day) {
    String sql =
        """
        select a.text from statute_articles a join statutes s on s.id = a.statute_id
        where s.law_key = $1 and a.main = $2 and a.added = $3
          and s.effective_from <= $4 and (s.effective_to is null or s.effective_to > $4)
          and not exists (select 1 from repeals_by_hand r where r.law_key = s.law_key
            and r.main = a.main and r.added = a.added and r.withdrawn_at is null
            and r.day > s.effective_from and r.day <= $4)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                LawName.key(article.law()), article.number().main(), article.number().added(), day))
        .map(rows -> rows.stream().map(row -> row.getString("text")).toList());
  }

  /** Heading and text of one article of a version. */
  Future<Optional<ArticleRow>> find(SqlClient client, ArticleId id) {
    String sql =
        """
        select a.statute_id, s.law_key, a.main, a.added, a.heading, a.text, a.print
        from statute_articles a join statutes s on s.id = a.statute_id
        where a.statute_id = $1 and a.main = $2 and a.added = $3
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id.statute(), id.number().main(), id.number().added()))
        .map(rows -> rows.stream().map(ArticleStore::article).findFirst());
  }

  /** Articles behind a position, in the order of statutes and numbers. */
  Future<List<ArticleRow>> after(SqlClient client, Position after, int limit) {
    String sql =
        """
        select a.statute_id, s.law_key, a.main, a.added, a.heading, a.text, a.print
        from statute_articles a join statutes s on s.id = a.statute_id
        where (a.statute_id, a.main, a.added) > ($1, $2, $3)
        order by a.statute_id, a.main, a.added limit $4
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(after.statute(), after.number().main(), after.number().added(), limit))
        .map(rows -> rows.stream().map(ArticleStore::article).toList());
  }

  private static ArticleRow article(Row row) {
    return new ArticleRow(
        row.getLong("statute_id"),
        row.getString("law_key"),
        number(row),
        row.getString("heading"),
        row.getString("text"),
        row.getString("print"));
  }

  private static ArticleNumber number(Row row) {
    return new ArticleNumber(row.getInteger("main"), row.getInteger("added"));
  }
}
