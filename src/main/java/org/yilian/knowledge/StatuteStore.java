package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yilian.db.Times;
import org.yilian.kernel.Hash;
import org.yilian.knowledge.sources.ArticleText;
import org.yilian.knowledge.sources.StatuteText;

/** Rows of statutes and of their articles. */
final class StatuteStore {
  private static final int ARTICLES_AT_ONCE = 1_000;

  /** A version that is there. */
  record Stored(long id, String key, LocalDate published, String print) {}

  /** One row of the collection as it is read whole. */
  record ArticleRow(
      long statute,
      String lawKey,
      ArticleNumber number,
      String heading,
      String text,
      String print) {}

  /** Where reading goes on. */
  record Position(long statute, ArticleNumber number) {
    static final Position START = new Position(0, new ArticleNumber(1, 0));
  }

  /** One import at a time, until the transaction ends. */
  Future<Void> lock(SqlClient client) {
    return client
        .query("select pg_advisory_xact_lock(hashtext('knowledge-import'))")
        .execute()
        .mapEmpty();
  }

  Future<List<Stored>> stored(SqlClient client) {
    return client
        .query("select id, law_key, published, print from statutes")
        .execute()
        .map(rows -> rows.stream().map(StatuteStore::stored).toList());
  }

  private static Stored stored(Row row) {
    return new Stored(
        row.getLong("id"),
        row.getString("law_key"),
        row.getLocalDate("published"),
        row.getString("print"));
  }

  Future<Long> insert(SqlClient client, StatuteText statute, LocalDate stated, LocalDate from) {
    String sql =
        """
        insert into statutes (law, law_key, category, published, stated_from, effective_from, print)
        values ($1, $2, $3, $4, $5, $6, $7) returning id
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                statute.law(),
                statute.key(),
                statute.category(),
                statute.published(),
                stated,
                from,
                statute.print()))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  Future<Void> insertArticles(SqlClient client, long statute, StatuteText source) {
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

  Future<Void> insertRepeals(SqlClient client, long statute, Map<String, String> repeals) {
    if (repeals.isEmpty()) {
      return Future.succeededFuture();
    }
    String sql =
        """
        insert into statute_repeals (statute_id, law_key, basis)
        select $1, * from unnest($2::text[], $3::text[])
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                statute,
                repeals.keySet().toArray(String[]::new),
                repeals.values().toArray(String[]::new)))
        .mapEmpty();
  }

  /** With its articles and repeals. */
  Future<Void> delete(SqlClient client, long statute) {
    return client
        .preparedQuery("delete from statutes where id = $1")
        .execute(Tuple.of(statute))
        .mapEmpty();
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

  Future<List<Validity.Version>> versions(SqlClient client) {
    return client
        .query("select id, law, published, stated_from from statutes")
        .execute()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Validity.Version(
                                row.getLong("id"),
                                row.getString("law"),
                                row.getLocalDate("published"),
                                row.getLocalDate("stated_from")))
                    .toList());
  }

  Future<List<Validity.Repeal>> repeals(SqlClient client) {
    return client
        .query("select statute_id, law_key, basis from statute_repeals order by 1, 2")
        .execute()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Validity.Repeal(
                                row.getLong("statute_id"),
                                row.getString("law_key"),
                                row.getString("basis")))
                    .toList());
  }

  /** Sets the ends that are given and takes away all others. */
  Future<Void> end(SqlClient client, Map<Long, Validity.End> ends) {
    List<Long> ids = new ArrayList<>(ends.keySet());
    String sql =
        """
        update statutes s set effective_to = e.day, repealed_by = e.by
        from (select t.id, g.day, g.by from statutes t
          left join unnest($1::bigint[], $2::date[], $3::text[]) g (id, day, by) on g.id = t.id) e
        where s.id = e.id and (s.effective_to, s.repealed_by) is distinct from (e.day, e.by)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                ids.toArray(Long[]::new),
                ids.stream().map(id -> ends.get(id).day()).toArray(LocalDate[]::new),
                ids.stream().map(id -> ends.get(id).by()).toArray(String[]::new)))
        .mapEmpty();
  }

  Future<Map<Long, Statute>> statutes(SqlClient client) {
    String sql =
        """
        select id, law, category, published, stated_from, effective_from, effective_to, repealed_by
        from statutes
        """;
    return client
        .query(sql)
        .execute()
        .map(
            rows -> {
              Map<Long, Statute> statutes = new HashMap<>();
              rows.forEach(row -> statutes.put(row.getLong("id"), statute(row)));
              return statutes;
            });
  }

  private static Statute statute(Row row) {
    LocalDate from = row.getLocalDate("effective_from");
    return new Statute(
        row.getString("law"),
        row.getString("category"),
        row.getLocalDate("published"),
        from,
        from.equals(row.getLocalDate("stated_from")),
        row.getLocalDate("effective_to"),
        row.getString("repealed_by"));
  }

  /** What the database holds under an article's name on a day: one text, or none. */
  Future<List<String>> quoted(SqlClient client, Article article, LocalDate day) {
    String sql =
        """
        select a.text from statute_articles a join statutes s on s.id = a.statute_id
        where s.law_key = $1 and a.main = $2 and a.added = $3
          and s.effective_from <= $4 and (s.effective_to is null or s.effective_to > $4)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                LawName.key(article.law()), article.number().main(), article.number().added(), day))
        .map(rows -> rows.stream().map(row -> row.getString("text")).toList());
  }

  /** Articles behind a position, in the order of statutes and numbers. */
  Future<List<ArticleRow>> articles(SqlClient client, Position after, int limit) {
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
        .map(rows -> rows.stream().map(StatuteStore::article).toList());
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

  Future<Void> record(
      SqlClient client, String kind, String source, JsonObject outcome, String by, Instant at) {
    String sql =
        """
        insert into knowledge_changes (kind, source, outcome, made_by, made_at)
        values ($1, $2, $3::text::json, $4, $5)
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(kind, source, outcome.encode(), by, at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /** The number of the latest change; 0 before the first. */
  Future<Long> latestChange(SqlClient client) {
    return client
        .query("select coalesce(max(id), 0) as id from knowledge_changes")
        .execute()
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  /** What was imported, newest first. */
  Future<List<JsonObject>> changes(SqlClient client, int limit) {
    String sql =
        """
        select c.kind, c.source, c.outcome::text as outcome, c.made_at, p.name
        from knowledge_changes c left join people p on p.id = c.made_by
        order by c.id desc limit $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(limit))
        .map(rows -> rows.stream().map(StatuteStore::change).toList());
  }

  private static JsonObject change(Row row) {
    return new JsonObject()
        .put("kind", row.getString("kind"))
        .put("source", row.getString("source"))
        .put("outcome", new JsonObject(row.getString("outcome")))
        .put("by", row.getString("name"))
        .put("at", Times.text(row, "made_at"));
  }
}
