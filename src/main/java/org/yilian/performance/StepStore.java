package org.yilian.performance;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yilian.db.Times;

/** Rows of what was said of obligations. The obligation is locked while one is added. */
final class StepStore {
  Future<Void> append(SqlClient client, String obligationId, StepTaken step) {
    String sql =
        """
        insert into obligation_steps (obligation_id, n, step, by_id, by_name, for_party_id,
          performed_on, note, file_ids, at)
        select $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9
        from obligation_steps where obligation_id = $1
        """;
    Tuple values =
        Tuple.of(obligationId, step.step().name(), step.byId(), step.byName())
            .addString(step.forPartyId())
            .addLocalDate(step.performedOn())
            .addString(step.note())
            .addArrayOfString(step.fileIds().toArray(String[]::new))
            .addOffsetDateTime(Times.utc(step.at()));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** The steps of each obligation of an agreement, oldest first. */
  Future<Map<String, List<StepTaken>>> ofAgreement(SqlClient client, String agreementId) {
    String sql =
        """
        select s.obligation_id, s.step, s.by_id, s.by_name, s.for_party_id, s.performed_on, s.note,
          s.file_ids, s.at
        from obligation_steps s join obligations o on o.id = s.obligation_id
        where o.agreement_id = $1 order by s.obligation_id, s.n
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(agreementId))
        .map(
            rows -> {
              Map<String, List<StepTaken>> steps = new LinkedHashMap<>();
              rows.forEach(
                  row ->
                      steps
                          .computeIfAbsent(row.getString("obligation_id"), id -> new ArrayList<>())
                          .add(fromRow(row)));
              return steps;
            });
  }

  private static StepTaken fromRow(Row row) {
    return new StepTaken(
        ObligationStatus.Step.valueOf(row.getString("step")),
        row.getString("by_id"),
        row.getString("by_name"),
        row.getString("for_party_id"),
        row.getLocalDate("performed_on"),
        row.getString("note"),
        List.of(row.getArrayOfStrings("file_ids")),
        Times.of(row, "at"));
  }
}
