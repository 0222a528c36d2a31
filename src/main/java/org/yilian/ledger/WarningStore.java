package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.db.Times;

/**
 * Finds and keeps warnings. One subject is warned of once; what a person decided stays, and people
 * who have another dispute after it are warned of again.
 */
final class WarningStore {
  /**
   * The same person, by identity number or phone, in three disputes or more of ninety days. It is
   * told at the smallest area that holds them all: whoever looks over less may not know of the
   * rest.
   */
  private static final String SAME_PEOPLE =
      """
      select 'SAME_PEOPLE' as kind, g.who || coalesce(' ' || t.times, '') as subject,
        coalesce((select left(g.first_code, n) from unnest(array[15, 12, 9, 6, 4]) n
          where left(g.first_code, n) = left(g.last_code, n) order by n desc limit 1), g.last_code),
        g.reasons, g.ids
      from (
        select k.who, min(d.area_code) as first_code, max(d.area_code) as last_code,
          json_build_array('90 天内同一当事人涉及 ' || count(distinct d.id) || ' 件纠纷',
            '调解未成合计 ' || sum(d.failed_rounds) || ' 次') as reasons,
          array_agg(distinct d.id) as ids, max(d.created_at) as newest
        from disputes d join parties p on p.dispute_id = d.id,
          lateral (select distinct v.who from (values (p.id_index), (p.phone_index)) v (who)
            where v.who is not null) k
        where d.created_at > $1 and d.status <> 'MERGED'
        group by k.who having count(distinct d.id) >= 3) g
      left join (
        select split_part(subject, ' ', 1) as who, count(*) as times, max(decided_at) as decided_at
        from warnings where kind = 'SAME_PEOPLE' and decision is not null group by 1) t
        on t.who = g.who
      where t.decided_at is null or g.newest > t.decided_at
      """;

  /**
   * Five disputes or more of one type at one community within thirty days, twice the month before.
   */
  private static final String CLUSTER =
      """
      select 'CLUSTER', left(d.area_code, 12) || ' ' || d.type || ' ' || to_char($2::timestamptz, 'YYYY-MM'),
        left(d.area_code, 12),
        json_build_array('30 天内同一社区同类纠纷 ' || count(*) filter (where d.created_at > $2) || ' 件',
          '再前 30 天 ' || count(*) filter (where d.created_at <= $2) || ' 件'),
        array_agg(d.id) filter (where d.created_at > $2)
      from disputes d
      where d.created_at > $3 and length(d.area_code) >= 12 and d.status <> 'MERGED'
      group by left(d.area_code, 12), d.type
      having count(*) filter (where d.created_at > $2) >= 5
        and count(*) filter (where d.created_at > $2) >= 2 * count(*) filter (where d.created_at <= $2)
      """;

  /** 民转刑: words of violence, or two talks that failed, and nobody has it settled. */
  private static final String ESCALATING =
      """
      select 'ESCALATING', d.id, d.area_code,
        json_build_array(coalesce('出现人身安全方面的词语：' || d.alarm, '没有人身安全方面的词语'),
          '调解未成 ' || d.failed_rounds || ' 次'),
        array[d.id]
      from disputes d
      where d.created_at > $1 and d.resolved_at is null
        and d.status not in ('MERGED', 'CLOSED', 'REJECTED', 'WITHDRAWN')
        and (d.alarm is not null or d.failed_rounds >= 2)
      """;

  Future<Void> find(SqlClient client, Instant now) {
    String sql =
        """
        insert into warnings (id, kind, subject, area_code, reasons, dispute_ids, found_at)
        select md5(f.kind || ' ' || f.subject), f.kind, f.subject, f.area_code, f.reasons, f.ids, $4
        from (%s union all %s union all %s) f (kind, subject, area_code, reasons, ids)
        on conflict (kind, subject) do update
          set reasons = excluded.reasons, dispute_ids = excluded.dispute_ids,
            area_code = excluded.area_code
          where warnings.decision is null
        """
            .formatted(SAME_PEOPLE, CLUSTER, ESCALATING);
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(at.minusDays(90), at.minusDays(30), at.minusDays(60), at))
        .mapEmpty();
  }

  /**
   * Where a page ends: what follows stands behind this, whatever is decided meanwhile.
   *
   * @param decided whether the last one of the page was
   */
  record Place(boolean decided, Instant foundAt, String id) {
    static final Place START = new Place(false, Instant.parse("9999-01-01T00:00:00Z"), "");

    private static final Pattern WRITTEN = Pattern.compile("([01])\\.(\\d{1,18})\\.(\\w{1,64})");

    /** As {@link #written} wrote it; empty where it did not. */
    static Optional<Place> read(String written) {
      Matcher parts = WRITTEN.matcher(written);
      return parts.matches()
          ? Optional.of(
              new Place(
                  parts.group(1).equals("1"),
                  Instant.EPOCH.plus(Long.parseLong(parts.group(2)), ChronoUnit.MICROS),
                  parts.group(3)))
          : Optional.empty();
    }

    static Place of(JsonObject view) {
      return new Place(
          view.containsKey("decision"),
          Instant.parse(view.getString("foundAt")),
          view.getString("id"));
    }

    String written() {
      return (decided ? "1." : "0.") + ChronoUnit.MICROS.between(Instant.EPOCH, foundAt) + "." + id;
    }
  }

  /** Open ones first, then the newest. */
  Future<List<JsonObject>> within(SqlClient client, List<String> areas, Place after, int limit) {
    String sql =
        """
        select w.id, w.kind, w.area_code, a.name as area, w.reasons::text as reasons,
          w.dispute_ids, w.found_at, w.decision, w.note, p.name as decided_by
        from warnings w left join people p on p.id = w.decided_by
          left join areas a on a.code = w.area_code
        where exists (select 1 from unnest($1::text[]) own where starts_with(w.area_code, own))
          and ((w.decision is not null) > $2 or (w.decision is not null) = $2
            and (w.found_at < $3 or w.found_at = $3 and w.id > $4))
        order by w.decision is not null, w.found_at desc, w.id limit $5
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.tuple()
                .addArrayOfString(areas.toArray(String[]::new))
                .addBoolean(after.decided())
                .addOffsetDateTime(after.foundAt().atOffset(ZoneOffset.UTC))
                .addString(after.id())
                .addInteger(limit))
        .map(rows -> rows.stream().map(WarningStore::view).toList());
  }

  /** Of what was decided in these areas: how much was confirmed, altogether and of each kind. */
  Future<JsonObject> precision(SqlClient client, List<String> areas) {
    String sql =
        """
        select kind, count(*) filter (where decision = 'CONFIRMED') as confirmed,
          count(*) as decided
        from warnings
        where decision is not null
          and exists (select 1 from unnest($1::text[]) a where starts_with(area_code, a))
        group by kind order by kind
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.tuple().addArrayOfString(areas.toArray(String[]::new)))
        .map(WarningStore::precision);
  }

  private static JsonObject precision(RowSet<Row> rows) {
    JsonArray kinds = new JsonArray();
    long confirmed = 0;
    long decided = 0;
    for (Row row : rows) {
      confirmed += row.getLong("confirmed");
      decided += row.getLong("decided");
      kinds.add(
          JsonObject.of("kind", row.getString("kind"))
              .put("confirmed", row.getLong("confirmed"))
              .put("decided", row.getLong("decided")));
    }
    return JsonObject.of("confirmed", confirmed, "decided", decided, "kinds", kinds);
  }

  Future<Optional<String>> areaOf(SqlClient client, String id) {
    return client
        .preparedQuery("select area_code from warnings where id = $1")
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().map(row -> row.getString("area_code")).findFirst());
  }

  Future<Boolean> decide(
      SqlClient client, String id, String decision, String by, String note, Instant at) {
    String sql =
        """
        update warnings set decision = $2, decided_by = $3, note = $4, decided_at = $5
        where id = $1 and decision is null
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, decision, by, note, at.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.rowCount() == 1);
  }

  private static JsonObject view(Row row) {
    JsonObject view =
        new JsonObject()
            .put("id", row.getString("id"))
            .put("kind", row.getString("kind"))
            .put("areaCode", row.getString("area_code"))
            .put("area", row.getString("area"))
            .put("reasons", new JsonArray(row.getString("reasons")))
            .put("disputeIds", JsonArray.of((Object[]) row.getArrayOfStrings("dispute_ids")))
            .put("foundAt", Times.of(row, "found_at").toString());
    if (row.getString("decision") != null) {
      view.put("decision", row.getString("decision"))
          .put("note", row.getString("note"))
          .put("decidedBy", row.getString("decided_by"));
    }
    return view;
  }
}
