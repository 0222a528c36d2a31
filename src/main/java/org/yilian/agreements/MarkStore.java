package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import org.yilian.db.Times;

/** The lawyers' marks on clauses. */
final class MarkStore {
  Future<Void> put(
      SqlClient client,
      Agreement agreement,
      int n,
      String memberId,
      ClauseMark mark,
      String reason,
      Instant at) {
    String sql =
        """
        insert into clause_marks (agreement_id, version, n, member_id, mark, reason, at)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (agreement_id, version, n, member_id)
        do update set mark = excluded.mark, reason = excluded.reason, at = excluded.at
        """;
    Tuple values =
        Tuple.of(agreement.id(), agreement.version(), n)
            .addString(memberId)
            .addString(mark.name())
            .addString(reason)
            .addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** The marks of the present version, in the order of the clauses. */
  Future<List<JsonObject>> of(SqlClient client, Agreement agreement) {
    String sql =
        """
        select c.n, c.mark, c.reason, c.at, c.member_id, m.name
        from clause_marks c join members m on m.id = c.member_id
        where c.agreement_id = $1 and c.version = $2 order by c.n, c.at
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(agreement.id(), agreement.version()))
        .map(rows -> rows.stream().map(MarkStore::mark).toList());
  }

  private static JsonObject mark(Row row) {
    JsonObject mark =
        new JsonObject()
            .put("n", row.getInteger("n"))
            .put("mark", row.getString("mark"))
            .put("memberId", row.getString("member_id"))
            .put("name", row.getString("name"))
            .put("at", Times.of(row, "at").toString());
    String reason = row.getString("reason");
    return reason == null ? mark : mark.put("reason", reason);
  }
}
