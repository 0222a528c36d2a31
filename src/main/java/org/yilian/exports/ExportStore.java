package org.yilian.exports;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of exports, as their organisation sees them. */
final class ExportStore {
  private static final String COLUMNS =
      """
      select e.id, e.status, p.name, e.total, e.done, e.size, e.created_at, e.expires_at
      from agreement_exports e left join people p on p.id = e.by_person
      """;

  /** Holds the organisation until the transaction ends, so that two orders count one another. */
  Future<Integer> countHeld(SqlClient client, String organisationId) {
    return client
        .preparedQuery("select id from organisations where id = $1 for update")
        .execute(Tuple.of(organisationId))
        .compose(
            held ->
                client
                    .preparedQuery(
                        "select count(*)::int as n from agreement_exports where organisation_id = $1")
                    .execute(Tuple.of(organisationId)))
        .map(rows -> rows.iterator().next().getInteger("n"));
  }

  Future<Void> insert(SqlClient client, Export export, String organisationId, String person) {
    String sql =
        """
        insert into agreement_exports
          (id, organisation_id, by_person, status, total, created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                export.id(),
                organisationId,
                person,
                export.status().name(),
                export.total(),
                Times.utc(export.createdAt()),
                Times.utc(export.expiresAt())))
        .mapEmpty();
  }

  /** What the organisation has, newest first. */
  Future<List<Export>> of(SqlClient client, String organisationId, Instant now) {
    return client
        .preparedQuery(
            COLUMNS
                + "where e.organisation_id = $1 and e.expires_at > $2 order by e.created_at desc")
        .execute(Tuple.of(organisationId, Times.utc(now)))
        .map(rows -> rows.stream().map(ExportStore::fromRow).toList());
  }

  Future<Optional<Export>> find(SqlClient client, String organisationId, String id, Instant now) {
    return client
        .preparedQuery(COLUMNS + "where e.organisation_id = $1 and e.id = $2 and e.expires_at > $3")
        .execute(Tuple.of(organisationId, id, Times.utc(now)))
        .map(rows -> rows.stream().map(ExportStore::fromRow).findFirst());
  }

  Future<Boolean> delete(SqlClient client, String organisationId, String id) {
    return client
        .preparedQuery("delete from agreement_exports where organisation_id = $1 and id = $2")
        .execute(Tuple.of(organisationId, id))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Throws away what has had its day. */
  Future<Void> deleteExpired(SqlClient client, Instant now) {
    return client
        .preparedQuery("delete from agreement_exports where expires_at <= $1")
        .execute(Tuple.of(Times.utc(now)))
        .mapEmpty();
  }

  private static Export fromRow(Row row) {
    return new Export(
        row.getString("id"),
        Export.Status.valueOf(row.getString("status")),
        row.getString("name"),
        row.getInteger("total"),
        row.getInteger("done"),
        row.getLong("size"),
        Times.of(row, "created_at"),
        Times.of(row, "expires_at"));
  }
}
