package org.yilian.statistics;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yilian.db.Database;
import org.yilian.identity.Area;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;

/** The map of an area: its parts with their borders, where they have some, and what is open. */
public final class AreaMaps {
  private final MapStore store = new MapStore();
  private final Database database;
  private final Areas areas;
  private final Clock clock;

  public AreaMaps(Database database, Areas areas, Clock clock) {
    this.database = database;
    this.areas = areas;
    this.clock = clock;
  }

  /**
   * The map of the caller's own area, or of one within it; of any other 404.
   *
   * @return {@code {area, name, readAt, parts: [{code, name, open, overdue, alarms, levels,
   *     polygons?}]}}
   */
  public Future<JsonObject> of(Caller caller, String wanted) {
    return database.withConnection(
        client ->
            areas
                .look(client, caller.staff())
                .map(look -> Figures.areaOf(look, wanted))
                .compose(area -> map(client, area)));
  }

  private Future<JsonObject> map(SqlClient client, String area) {
    Instant now = clock.instant();
    Future<List<JsonObject>> parts = store.parts(client, area, now);
    Future<Map<String, JsonArray>> outlines = areas.outlines(client, area);
    Future<List<Area>> place = areas.chain(client, area);
    return Future.all(parts, outlines, place)
        .map(
            all ->
                new JsonObject()
                    .put("area", area)
                    .put("name", Walls.nameOf(place.result()))
                    .put("readAt", now.toString())
                    .put("parts", drawn(parts.result(), outlines.result())));
  }

  private static JsonArray drawn(List<JsonObject> parts, Map<String, JsonArray> outlines) {
    JsonArray all = new JsonArray();
    for (JsonObject part : parts) {
      JsonArray polygons = outlines.get(part.getString("code"));
      all.add(polygons == null ? part : part.put("polygons", polygons));
    }
    return all;
  }
}
