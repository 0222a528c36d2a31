package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yilian.db.Times;

/** Rows of what a person has entered as ended. */
final class RepealStore {
  /** The ends of single articles, by their names. */
  record OfArticles(Map<Citation, List<End>> ends) {
    /** The first end that came after a version began to apply, or null. */
    End end(String lawKey, ArticleNumber number, LocalDate from) {
      return ends.getOrDefault(new Citation(lawKey, number), List.of()).stream()
          .filter(end -> end.day().isAfter(from))
          .reduce(End::earlier)
          .orElse(null);
    }
  }

  Future<Void> insert(SqlClient client, RepealByHand repeal, String by, Instant at) {
    String sql =
        """
        insert into repeals_by_hand (id, law_key, main, added, day, reason, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;
    ArticleNumber number = repeal.number();
    Tuple values =
        Tuple.of(repeal.id(), repeal.lawKey())
            .addInteger(number == null ? null : number.main())
            .addInteger(number == null ? null : number.added())
            .addLocalDate(repeal.day())
            .addString(repeal.reason())
            .addString(by)
            .addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** Takes one back; false where none stands. */
  Future<Boolean> withdraw(SqlClient client, String id, String by, Instant at) {
    String sql =
        """
        update repeals_by_hand set withdrawn_by = $2, withdrawn_at = $3
        where id = $1 and withdrawn_at is null
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, by, Times.utc(at)))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Those of whole statutes. */
  Future<List<Validity.Order>> ofStatutes(SqlClient client) {
    String sql =
        """
        select law_key, day, reason from repeals_by_hand
        where main is null and withdrawn_at is null order by id
        """;
    return client
        .query(sql)
        .execute()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Validity.Order(
                                row.getString("law_key"),
                                row.getLocalDate("day"),
                                basis(row.getString("reason"))))
                    .toList());
  }

  /** Those of single articles. */
  Future<OfArticles> ofArticles(SqlClient client) {
    String sql =
        """
        select law_key, main, added, day, reason from repeals_by_hand
        where main is not null and withdrawn_at is null
        """;
    return client
        .query(sql)
        .execute()
        .map(
            rows -> {
              Map<Citation, List<End>> ends = new HashMap<>();
              for (Row row : rows) {
                Citation whose =
                    new Citation(
                        row.getString("law_key"),
                        new ArticleNumber(row.getInteger("main"), row.getInteger("added")));
                ends.computeIfAbsent(whose, fresh -> new ArrayList<>())
                    .add(new End(row.getLocalDate("day"), basis(row.getString("reason"))));
              }
              return new OfArticles(ends);
            });
  }

  private static String basis(String reason) {
    return "人工登记：" + reason;
  }

  /** Those that stand, newest first: {@code {id, law, article?, day, reason, by, at}}. */
  Future<List<JsonObject>> standing(SqlClient client, int limit) {
    String sql =
        """
        select r.id, coalesce((select min(s.law) from statutes s where s.law_key = r.law_key),
          r.law_key) as law, r.main, r.added, r.day, r.reason, p.name, r.made_at
        from repeals_by_hand r join people p on p.id = r.made_by
        where r.withdrawn_at is null order by r.made_at desc, r.id limit $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(limit))
        .map(rows -> rows.stream().map(RepealStore::view).toList());
  }

  private static JsonObject view(Row row) {
    JsonObject view = JsonObject.of("id", row.getString("id"), "law", row.getString("law"));
    if (row.getInteger("main") != null) {
      ArticleNumber number = new ArticleNumber(row.getInteger("main"), row.getInteger("added"));
      view.put("article", number.toString());
    }
    return view.put("day", row.getLocalDate("day").toString())
        .put("reason", row.getString("reason"))
        .put("by", row.getString("name"))
        .put("at", Times.of(row, "made_at").toString());
  }
}
