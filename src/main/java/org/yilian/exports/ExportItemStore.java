package org.yilian.exports;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.yilian.db.Times;

/** Which sealed agreements are in an export. */
final class ExportItemStore {

  /** A sealed agreement as it goes into an export. */
  record Item(
      String number,
      LocalDate effectiveOn,
      String sealedAt,
      String fileId,
      String sha256,
      int pages) {}

  /** Those of these agreements that the organisation has sealed, in the order of their seals. */
  Future<List<String>> among(SqlClient client, String organisationId, List<String> ids) {
    return client
        .preparedQuery(
            """
            select id from agreements
            where host_organisation_id = $1 and document_file_id is not null and id = any($2)
            order by sealed_at, number
            """)
        .execute(with(organisationId, ids))
        .map(rows -> rows.stream().map(row -> row.getString("id")).toList());
  }

  /** Those that it sealed on these days of China, in the order of their seals. */
  Future<List<String>> between(
      SqlClient client, String organisationId, LocalDate from, LocalDate to, int most) {
    return client
        .preparedQuery(
            """
            select id from agreements
            where host_organisation_id = $1 and document_file_id is not null
              and (sealed_at at time zone 'Asia/Shanghai')::date between $2 and $3
            order by sealed_at, number limit $4
            """)
        .execute(Tuple.of(organisationId, from, to, most))
        .map(rows -> rows.stream().map(row -> row.getString("id")).toList());
  }

  Future<Void> insert(SqlClient client, String exportId, List<String> agreementIds) {
    return client
        .preparedQuery(
            """
            insert into agreement_export_items (export_id, n, agreement_id)
            select $1, n, id from unnest($2::text[]) with ordinality as wanted (id, n)
            """)
        .execute(with(exportId, agreementIds))
        .mapEmpty();
  }

  /** Item n, counted from 1. */
  Future<Item> item(SqlClient client, String exportId, int n) {
    return client
        .preparedQuery(
            """
            select a.number, a.effective_on, a.sealed_at, a.document_file_id,
              coalesce(newer.sha256, a.document_sha256) as document_sha256, a.document_pages
            from agreement_export_items i join agreements a on a.id = i.agreement_id
            join files f on f.id = a.document_file_id
            left join files newer on newer.id = f.renewed_by
            where i.export_id = $1 and i.n = $2
            """)
        .execute(Tuple.of(exportId, n))
        .map(rows -> fromRow(rows.iterator().next()));
  }

  /** An array alone behind a text would be taken for further values. */
  private static Tuple with(String text, List<String> all) {
    return Tuple.of(text).addArrayOfString(all.toArray(String[]::new));
  }

  private static Item fromRow(Row row) {
    return new Item(
        row.getString("number"),
        row.getLocalDate("effective_on"),
        Times.text(row, "sealed_at"),
        row.getString("document_file_id"),
        row.getString("document_sha256"),
        row.getInteger("document_pages"));
  }
}
