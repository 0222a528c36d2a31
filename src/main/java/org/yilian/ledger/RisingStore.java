package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import org.yilian.db.Times;
import org.yilian.identity.AreaLevel;

/** Keeps warnings of what rises at a place. */
final class RisingStore {
  private static final int NAMED = 20;

  /**
   * Warns of each, or renews the reasons of the open warning of the same rise: one place and type
   * is warned of once a week, also where a person has decided about it.
   */
  Future<Void> put(SqlClient client, Warnings.Rising one, LocalDate since, Instant now) {
    String subject = one.area() + ' ' + one.type() + ' ';
    String sql =
        """
        insert into warnings (id, kind, subject, area_code, reasons, dispute_ids, found_at)
        select md5('RISING ' || s.subject), 'RISING', s.subject, $2, $4::text::json, $5, $6
        from (select coalesce(
          (select w.subject from warnings w where w.area_code = $2 and w.kind = 'RISING'
            and starts_with(w.subject, $1::text) and w.found_at > $6::timestamptz - interval '7 days'
            order by w.found_at desc limit 1),
          $1::text || $3::date) as subject) s
        on conflict (kind, subject) do update
          set reasons = excluded.reasons, dispute_ids = excluded.dispute_ids
          where warnings.decision is null
        """;
    return newest(client, one, since)
        .compose(
            ids ->
                client
                    .preparedQuery(sql)
                    .execute(
                        Tuple.of(subject, one.area(), since)
                            .addString(new JsonArray(one.reasons()).encode())
                            .addArrayOfString(ids)
                            .addOffsetDateTime(Times.utc(now))))
        .mapEmpty();
  }

  private static Future<String[]> newest(SqlClient client, Warnings.Rising one, LocalDate since) {
    int digits = AreaLevel.ofCode(one.area()).orElseThrow().digits();
    String sql =
        """
        select id from disputes
        where left(area_code, %d) = $1 and type = $2 and status <> 'MERGED'
          and created_at >= $3::date::timestamp at time zone 'Asia/Shanghai'
        order by created_at desc limit %d
        """
            .formatted(digits, NAMED);
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(one.area(), one.type(), since))
        .map(rows -> rows.stream().map(row -> row.getString("id")).toArray(String[]::new));
  }
}
