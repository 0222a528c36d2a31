package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.yilian.db.Times;

/** Outcomes of the police in the database. */
final class PoliceOutcomeStore {

  /** One outcome of a room at a time. */
  Future<Void> hold(SqlClient client, String roomId) {
    return client
        .preparedQuery("select id from rooms where id = $1 for update")
        .execute(Tuple.of(roomId))
        .mapEmpty();
  }

  Future<Void> append(SqlClient client, String roomId, PoliceOutcome outcome) {
    String sql =
        """
        insert into police_outcomes (room_id, n, outcome, agreement_id, performed_on, failure,
          since, note, file_ids, entered_by, at)
        select $1, coalesce(max(n), 0) + 1, $2, $3, $4::date, $5, $6::date, $7, $8, $9, $10
        from police_outcomes where room_id = $1
        """;
    Tuple values =
        Tuple.of(roomId, outcome.kind().name(), outcome.agreementId())
            .addLocalDate(outcome.performedOn())
            .addString(outcome.failure() == null ? null : outcome.failure().name())
            .addLocalDate(outcome.since())
            .addString(outcome.note())
            .addJsonArray(new JsonArray(outcome.fileIds()))
            .addString(outcome.enteredBy())
            .addOffsetDateTime(Times.utc(outcome.at()));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** Oldest first. */
  Future<List<PoliceOutcome>> ofRoom(SqlClient client, String roomId) {
    String sql =
        """
        select outcome, agreement_id, performed_on, failure, since, note, file_ids, entered_by, at
        from police_outcomes where room_id = $1 order by n
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(PoliceOutcomeStore::outcome).toList());
  }

  private static PoliceOutcome outcome(Row row) {
    String failure = row.getString("failure");
    return new PoliceOutcome(
        PoliceOutcome.Kind.valueOf(row.getString("outcome")),
        row.getString("agreement_id"),
        row.getLocalDate("performed_on"),
        failure == null ? null : PoliceOutcome.Failure.valueOf(failure),
        row.getLocalDate("since"),
        row.getString("note"),
        ((JsonArray) row.getJson("file_ids")).stream().map(String.class::cast).toList(),
        row.getString("entered_by"),
        Times.of(row, "at"));
  }
}
