package org.yilian.answers;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of answers that a person gave and others may learn from. */
final class ConfirmedAnswerStore {
  Future<Void> propose(
      SqlClient client, String id, String question, List<String> articles, String by, Instant at) {
    return client
        .preparedQuery(
            """
            insert into confirmed_answers (id, question, articles, proposed_by, proposed_at)
            values ($1, $2, $3, $4, $5)
            """)
        .execute(Tuple.of(id, question, articles.toArray(String[]::new), by, Times.utc(at)))
        .mapEmpty();
  }

  /** Those that nobody has looked at yet. */
  Future<List<JsonObject>> open(SqlClient client) {
    String sql =
        """
        select c.id, c.question, c.articles, c.proposed_by, p.name as proposer, c.proposed_at
        from confirmed_answers c join people p on p.id = c.proposed_by
        where c.accepted is null order by c.proposed_at limit 200
        """;
    return client
        .query(sql)
        .execute()
        .map(rows -> rows.stream().map(ConfirmedAnswerStore::view).toList());
  }

  private static JsonObject view(Row row) {
    return JsonObject.of(
            "id", row.getString("id"),
            "question", row.getString("question"),
            "articles", new JsonArray(List.of(row.getArrayOfStrings("articles"))))
        .put("proposedBy", row.getString("proposed_by"))
        .put("proposer", row.getString("proposer"))
        .put("proposedAt", Times.text(row, "proposed_at"));
  }

  /** What was decided on, in its last words. */
  record Reviewed(String question, List<String> articles) {}

  /** A second person decides, on the words as they then stand; nobody on what he proposed. */
  Future<Optional<Reviewed>> review(
      SqlClient client, String id, String by, boolean accepted, String question, Instant at) {
    String sql =
        """
        update confirmed_answers
        set reviewed_by = $2, reviewed_at = $3, accepted = $4, question = coalesce($5, question)
        where id = $1 and accepted is null and proposed_by <> $2
        returning question, articles
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, by, Times.utc(at), accepted, question))
        .map(rows -> rows.stream().map(ConfirmedAnswerStore::reviewed).findFirst());
  }

  private static Reviewed reviewed(Row row) {
    return new Reviewed(row.getString("question"), List.of(row.getArrayOfStrings("articles")));
  }
}
