package org.yilian.statistics;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.yilian.db.Times;
import org.yilian.identity.AreaLevel;

/** Counts what is open by place, by an index of what is open alone. */
final class MapStore {
  /** Every area directly within this one, also where nothing is open. */
  Future<List<JsonObject>> parts(SqlClient client, String area, Instant now) {
    String sql =
        """
        select a.code, a.name, coalesce(c.open, 0) as open, coalesce(c.overdue, 0) as overdue,
          coalesce(c.alarms, 0) as alarms, coalesce(c.grid, 0) as grid,
          coalesce(c.community, 0) as community, coalesce(c.street, 0) as street,
          coalesce(c.district, 0) as district, coalesce(c.city, 0) as city
        from areas a left join (
          select left(d.area_code, %d) as code, count(*) as open,
            count(*) filter (where d.due_at < $2) as overdue, count(d.alarm) as alarms,
            count(*) filter (where d.level = 'GRID') as grid,
            count(*) filter (where d.level = 'COMMUNITY') as community,
            count(*) filter (where d.level = 'STREET') as street,
            count(*) filter (where d.level = 'DISTRICT') as district,
            count(*) filter (where d.level = 'CITY') as city
          from disputes d
          where starts_with(d.area_code, $1) and d.status not in
            ('AGREED', 'SELF_RESOLVED', 'REJECTED', 'MERGED', 'WITHDRAWN', 'CLOSED')
          group by 1) c on c.code = a.code
        where a.parent_code = $1 order by a.code
        """
            .formatted(TallyStore.digitsBelow(area));
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(area, Times.utc(now)))
        .map(rows -> rows.stream().map(MapStore::part).toList());
  }

  private static JsonObject part(Row row) {
    JsonObject levels = new JsonObject();
    for (AreaLevel level : AreaLevel.values()) {
      levels.put(level.name(), row.getLong(level.name().toLowerCase(Locale.ROOT)));
    }
    return new JsonObject()
        .put("code", row.getString("code"))
        .put("name", row.getString("name"))
        .put("open", row.getLong("open"))
        .put("overdue", row.getLong("overdue"))
        .put("alarms", row.getLong("alarms"))
        .put("levels", levels);
  }
}
