package org.yilian.ledger;

import static java.util.stream.Collectors.toSet;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yilian.db.Times;
import org.yilian.disputes.DisputeType;

/** Rows of rule tables. */
final class RuleTableStore {
  /** A dispute as rules see it. */
  record Reported(long ordinal, DispatchRule.Report report) {}

  /** One edition of an area's table. */
  record Edition(String areaCode, int version, JsonObject rules, String note) {}

  Future<Optional<Edition>> nearest(SqlClient client, String areaCode) {
    String sql =
        """
        select area_code, version, rules::text as rules, note from rule_tables
        where area_code in ($1, left($1, 12), left($1, 9), left($1, 6), left($1, 4))
        order by length(area_code) desc, version desc limit 1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(areaCode))
        .map(rows -> rows.stream().map(RuleTableStore::edition).findFirst());
  }

  Future<Integer> latest(SqlClient client, String areaCode) {
    return client
        .preparedQuery(
            "select coalesce(max(version), 0) as n from rule_tables where area_code = $1")
        .execute(Tuple.of(areaCode))
        .map(rows -> rows.iterator().next().getInteger("n"));
  }

  Future<Void> insert(SqlClient client, Edition edition, String madeBy, Instant at) {
    String sql =
        """
        insert into rule_tables (area_code, version, rules, note, made_by, made_at)
        values ($1, $2, $3::text::json, $4, $5, $6)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                edition.areaCode(),
                edition.version(),
                edition.rules().encode(),
                edition.note(),
                madeBy,
                at.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  Future<JsonArray> editions(SqlClient client, String areaCode) {
    String sql =
        """
        select t.version, t.note, t.made_at, p.name from rule_tables t
          join people p on p.id = t.made_by
        where t.area_code = $1 order by t.version desc limit 100
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(areaCode))
        .map(
            rows -> {
              JsonArray all = new JsonArray();
              rows.forEach(row -> all.add(line(row)));
              return all;
            });
  }

  private static JsonObject line(Row row) {
    return new JsonObject()
        .put("version", row.getInteger("version"))
        .put("note", row.getString("note"))
        .put("by", row.getString("name"))
        .put("at", Times.of(row, "made_at").toString());
  }

  /** What units within the area, or around it, answer for, and where. */
  Future<Set<RulePost>> posts(SqlClient client, String areaCode) {
    String sql =
        """
        select distinct duty, area_code from organisations
        where duty is not null and (starts_with(area_code, $1) or starts_with($1, area_code))
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(areaCode))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new RulePost(row.getString("duty"), row.getString("area_code")))
                    .collect(toSet()));
  }

  /** How many disputes of an area the rules have handed on since then. */
  Future<Long> countOfReports(SqlClient client, String areaCode, Instant since) {
    String sql =
        """
        select count(*) as n from disputes
        where starts_with(area_code, $1) and created_at >= $2 and handling = 'TOGETHER'
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(areaCode, since.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next().getLong("n"));
  }

  /** What rules look at, of the newest of these. */
  Future<List<Reported>> reports(
      SqlClient client, String areaCode, Instant since, long below, int limit) {
    String sql =
        """
        select ordinal, type, subtype, area_code, cause, description from disputes
        where starts_with(area_code, $1) and created_at >= $2 and handling = 'TOGETHER'
          and ordinal < $3
        order by ordinal desc limit $4
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(areaCode, since.atOffset(ZoneOffset.UTC), below, limit))
        .map(rows -> rows.stream().map(RuleTableStore::reported).toList());
  }

  private static Reported reported(Row row) {
    return new Reported(row.getLong("ordinal"), report(row));
  }

  private static DispatchRule.Report report(Row row) {
    String description = row.getString("description");
    return new DispatchRule.Report(
        DisputeType.valueOf(row.getString("type")),
        row.getString("subtype"),
        row.getString("area_code"),
        row.getString("cause") + " " + (description == null ? "" : description));
  }

  private static Edition edition(Row row) {
    return new Edition(
        row.getString("area_code"),
        row.getInteger("version"),
        new JsonObject(row.getString("rules")),
        row.getString("note"));
  }
}
