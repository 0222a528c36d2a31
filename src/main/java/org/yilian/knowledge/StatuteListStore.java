package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;

/** What is held, as it is listed for whoever keeps it. */
final class StatuteListStore {
  /**
   * Versions by name, newest first, behind the first so many: {@code {id, law, category,
   * published?, effectiveFrom, stated, effectiveTo?, repealedBy?, articles, vectors}}.
   *
   * @param words that stand in the name, as {@link LawName#key} writes them, or empty
   */
  Future<List<JsonObject>> page(SqlClient client, String words, long after, int limit) {
    String sql =
        """
        select s.id, s.law, s.category, s.published, s.effective_from,
          s.effective_from = s.stated_from as stated, s.effective_to, s.repealed_by,
          (select count(*)::int from statute_articles a where a.statute_id = s.id) as articles,
          (select count(*)::int from statute_articles a join text_vectors v on v.print = a.print
            where a.statute_id = s.id) as vectors
        from statutes s where strpos(s.law_key, $1) > 0
        order by s.law_key, s.effective_from desc, s.id offset $2 limit $3
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(words, after, limit))
        .map(rows -> rows.stream().map(StatuteListStore::view).toList());
  }

  private static JsonObject view(Row row) {
    JsonObject view =
        new JsonObject()
            .put("id", String.valueOf(row.getLong("id")))
            .put("law", row.getString("law"))
            .put("category", row.getString("category"))
            .put("effectiveFrom", row.getLocalDate("effective_from").toString())
            .put("stated", Boolean.TRUE.equals(row.getBoolean("stated")))
            .put("articles", row.getInteger("articles"))
            .put("vectors", row.getInteger("vectors"));
    put(view, "published", row.getLocalDate("published"));
    put(view, "effectiveTo", row.getLocalDate("effective_to"));
    return row.getString("repealed_by") == null
        ? view
        : view.put("repealedBy", row.getString("repealed_by"));
  }

  private static void put(JsonObject view, String name, LocalDate day) {
    if (day != null) {
      view.put(name, day.toString());
    }
  }

  /** {@code {statutes, articles, questions}}. */
  Future<JsonObject> sums(SqlClient client) {
    String sql =
        """
        select (select count(*)::int from statutes) as statutes,
          (select count(*)::int from statute_articles) as articles,
          (select count(*)::int from known_questions) as questions
        """;
    return client.query(sql).execute().map(rows -> rows.iterator().next().toJson());
  }
}
