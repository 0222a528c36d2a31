package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.yilian.db.Times;

/** Rows of the book of archives. A year is a year in China. */
final class ArchiveBookStore {

  /** What was renewed in a year; before it what failed in that year and was not made good since. */
  Future<List<JsonObject>> renewals(SqlClient client, String host, int year) {
    return client
        .preparedQuery(
            """
            select u.template, u.number, u.agreement_id, u.at as sealed_at, a.ends_at,
              null as sha256, a.failure, a.failed_at as at
            from seal_archives a join seal_uses u on u.sha256 = a.sha256
            where u.organisation_id = $1
              and extract(year from a.failed_at at time zone 'Asia/Shanghai') = $2
            union all
            select u.template, u.number, u.agreement_id, u.at, r.ends_at, r.sha256, null, r.at
            from seal_archive_renewals r join seal_uses u on u.sha256 = r.first_sha256
            where u.organisation_id = $1
              and extract(year from r.at at time zone 'Asia/Shanghai') = $2
            order by failure nulls last, at, number
            """)
        .execute(Tuple.of(host, year))
        .map(rows -> rows.stream().map(ArchiveBookStore::row).toList());
  }

  private static JsonObject row(Row row) {
    JsonObject shown = new JsonObject();
    if (row.getString("sha256") != null) {
      shown.put("sha256", row.getString("sha256"));
    }
    return shown
        .put("agreementId", row.getString("agreement_id"))
        .put("template", row.getString("template"))
        .put("number", row.getString("number"))
        .put("sealedAt", Times.text(row, "sealed_at"))
        .put("archivedUntil", Times.text(row, "ends_at"))
        .put("failure", row.getString("failure"))
        .put("at", Times.text(row, "at"));
  }
}
