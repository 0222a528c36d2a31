package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yilian.db.Times;
import org.yilian.identity.AreaLevel;

/** What the ledger keeps of a dispute beside its parties, in the dispute's own row. */
final class StandingStore {
  private static final String SELECT =
      """
      select id, area_code, channel, subtype, occurred_on, people_count, amount_fen, latitude,
        longitude, handling, level, risk, alarm, version, failed_rounds, due_at, signed_for_at,
        resolved_at, resolved_level, recovered_fen, merged_into
      from disputes where id = any($1)
      """;

  Future<Map<String, Standing>> of(SqlClient client, List<String> ids) {
    return client
        .preparedQuery(SELECT)
        .execute(Tuple.of(ids.toArray(String[]::new)))
        .map(StandingStore::byId);
  }

  /** Keeps what may change, and counts the change. */
  Future<Void> save(SqlClient client, String id, Standing standing) {
    String sql =
        """
        update disputes set area_code = $2, handling = $3, level = $4, risk = $5, alarm = $6,
          failed_rounds = $7, due_at = $8, recovered_fen = $9, version = version + 1
        where id = $1
        """;
    Tuple values =
        Tuple.of(id, standing.areaCode(), standing.handling().name(), standing.level().name())
            .addString(standing.risk().name())
            .addString(standing.alarm())
            .addInteger(standing.failedRounds())
            .addOffsetDateTime(Times.utc(standing.dueAt()))
            .addLong(standing.recoveredFen());
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Void> recovered(SqlClient client, String id, long fen) {
    String sql =
        """
        update disputes set recovered_fen = recovered_fen + $2, version = version + 1 where id = $1
        """;
    return client.preparedQuery(sql).execute(Tuple.of(id, fen)).mapEmpty();
  }

  Future<Void> signedFor(SqlClient client, String id, Instant at) {
    return client
        .preparedQuery(
            "update disputes set signed_for_at = coalesce(signed_for_at, $2) where id = $1")
        .execute(Tuple.of(id, Times.utc(at)))
        .mapEmpty();
  }

  /** Ends a dispute in another one, or takes that back; {@code into} is null then. */
  Future<Void> merge(SqlClient client, String id, String into, DisputeStatus before) {
    String sql =
        """
        update disputes set merged_into = $2, status_before_merger = $3, version = version + 1
        where id = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, into, before == null ? null : before.name()))
        .mapEmpty();
  }

  Future<DisputeStatus> beforeMerger(SqlClient client, String id) {
    return client
        .preparedQuery("select status_before_merger from disputes where id = $1")
        .execute(Tuple.of(id))
        .map(rows -> DisputeStatus.valueOf(rows.iterator().next().getString(0)));
  }

  private static Map<String, Standing> byId(Iterable<Row> rows) {
    Map<String, Standing> found = new LinkedHashMap<>();
    rows.forEach(row -> found.put(row.getString("id"), fromRow(row)));
    return found;
  }

  private static Standing fromRow(Row row) {
    String resolvedLevel = row.getString("resolved_level");
    return new Standing(
        new Standing.Place(
            row.getString("area_code"), row.getDouble("latitude"), row.getDouble("longitude")),
        Channel.valueOf(row.getString("channel")),
        row.getString("subtype"),
        row.getLocalDate("occurred_on"),
        row.getInteger("people_count"),
        row.getLong("amount_fen"),
        Handling.valueOf(row.getString("handling")),
        AreaLevel.valueOf(row.getString("level")),
        Risk.valueOf(row.getString("risk")),
        row.getString("alarm"),
        row.getInteger("version"),
        row.getInteger("failed_rounds"),
        Times.of(row, "due_at"),
        Times.of(row, "signed_for_at"),
        Times.of(row, "resolved_at"),
        resolvedLevel == null ? null : AreaLevel.valueOf(resolvedLevel),
        row.getLong("recovered_fen"),
        row.getString("merged_into"));
  }
}
