package org.yilian.copyouts;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;
import org.yilian.kernel.Form;

/** Rows of other platforms' forms; of each the highest version counts. */
final class CopyFormStore {
  private static final String NEWEST =
      """
      select distinct on (f.id) f.id, f.version, f.area_code, f.name, f.fields::text as fields,
        f.retired
      from copy_forms f
      """;

  /** Those in use that concern any of these areas: of the area itself, above it or below it. */
  Future<List<CopyForm>> of(SqlClient client, List<String> areas) {
    String sql =
        "select * from ("
            + NEWEST
            + """
             where exists (select 1 from unnest($1::text[]) a
              where starts_with(a, f.area_code) or starts_with(f.area_code, a))
             order by f.id, f.version desc) newest
            where not retired order by name, id
            """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.tuple().addArrayOfString(areas.toArray(String[]::new)))
        .map(rows -> rows.stream().map(CopyFormStore::fromRow).toList());
  }

  /** The newest version of one, retired or not. */
  Future<Optional<CopyForm>> find(SqlClient client, String id) {
    return client
        .preparedQuery(NEWEST + " where f.id = $1 order by f.id, f.version desc")
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().map(CopyFormStore::fromRow).findFirst());
  }

  Future<Void> insert(
      SqlClient client, CopyForm form, boolean retired, String note, String madeBy, Instant at) {
    String sql =
        """
        insert into copy_forms (id, version, area_code, name, fields, note, retired, made_by, made_at)
        values ($1, $2, $3, $4, $5::text::json, $6, $7, $8, $9)
        """;
    Tuple values =
        Tuple.of(form.id(), form.version(), form.areaCode(), form.name())
            .addString(form.fieldsJson().encode())
            .addString(note)
            .addBoolean(retired)
            .addString(madeBy)
            .addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  private static CopyForm fromRow(Row row) {
    Form fields = Form.of(new JsonObject("{\"fields\":" + row.getString("fields") + "}"));
    return new CopyForm(
        row.getString("id"),
        row.getInteger("version"),
        row.getString("area_code"),
        row.getString("name"),
        CopyForm.fields(fields));
  }
}
