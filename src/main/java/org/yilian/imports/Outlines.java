package org.yilian.imports;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yilian.db.Database;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Outline;
import org.yilian.kernel.Field;
import org.yilian.kernel.Refusal;

/**
 * Taking in the borders of areas from a GeoJSON file: all of them or, where one is faulty, none.
 */
public final class Outlines {
  private static final int MOST_BYTES = 20 << 20;
  private static final int MOST_FEATURES = 5_000;
  private static final int MOST_FAULTS = 100;

  private final Vertx vertx;
  private final Database database;
  private final Areas areas;

  public Outlines(Vertx vertx, Database database, Areas areas) {
    this.vertx = vertx;
    this.database = database;
    this.areas = areas;
  }

  /** What a file says: borders to draw, areas that shall have none, and what is wrong with it. */
  private static final class Told {
    final List<Outline> drawn = new ArrayList<>();
    final List<String> erased = new ArrayList<>();
    final Set<String> codes = new HashSet<>();
    final List<Field> faults = new ArrayList<>();

    void fault(int at, String code, String reason) {
      if (faults.size() < MOST_FAULTS) {
        String who = code.isEmpty() ? "" : code + "：";
        faults.add(new Field("features[" + at + "]", who + reason));
      }
    }

    void check() {
      if (!faults.isEmpty()) {
        throw Refusal.fields(faults);
      }
    }
  }

  /**
   * Draws the areas of a FeatureCollection whose features name their area by the property {@code
   * code} or {@code adcode}; one without a geometry loses its border. Whoever keeps an area may,
   * and for its parts alone.
   *
   * @return {@code {drawn, erased}}
   */
  public Future<JsonObject> put(Caller caller, Buffer file) {
    Caller.Staff staff = caller.staff();
    if (file.length() > MOST_BYTES) {
      throw Refusal.of(413, "file-too-large", "文件不能超过 20 MB，请先简化边界。");
    }
    return database
        .withConnection(client -> areas.look(client, staff))
        .map(look -> new Importer(staff, look))
        .compose(
            by -> {
              if (!by.keepsArea()) {
                throw Refusal.notFound();
              }
              return vertx.executeBlocking(() -> read(by, file)).compose(told -> enter(by, told));
            });
  }

  private static Told read(Importer by, Buffer file) {
    JsonArray features = features(file);
    Told told = new Told();
    for (int i = 0; i < features.size(); i++) {
      Object feature = features.getValue(i);
      if (feature instanceof JsonObject) {
        read(told, by, i, (JsonObject) feature);
      } else {
        told.fault(i, "", "应为 Feature。");
      }
    }
    told.check();
    return told;
  }

  private static JsonArray features(Buffer file) {
    try {
      Object features = file.toJsonObject().getValue("features");
      if (!(features instanceof JsonArray) || ((JsonArray) features).isEmpty()) {
        throw Refusal.field("file", "应为 GeoJSON 的 FeatureCollection，并且至少有一个区域。");
      }
      if (((JsonArray) features).size() > MOST_FEATURES) {
        throw Refusal.field("file", "一次最多 " + MOST_FEATURES + " 个区域。");
      }
      return (JsonArray) features;
    } catch (DecodeException | ClassCastException e) {
      throw Refusal.field("file", "不是 GeoJSON 文件。");
    }
  }

  private static void read(Told told, Importer by, int at, JsonObject feature) {
    String code = code(feature.getValue("properties"));
    Object geometry = feature.getValue("geometry");
    if (code.isEmpty()) {
      told.fault(at, code, "属性里没有区域代码（code 或 adcode）。");
    } else if (!by.look().oversees(code)) {
      told.fault(at, code, "不在您的辖区内。");
    } else if (!told.codes.add(code)) {
      told.fault(at, code, "这个区域在文件里出现了两次。");
    } else if (geometry == null) {
      told.erased.add(code);
    } else if (geometry instanceof JsonObject) {
      draw(told, at, code, (JsonObject) geometry);
    } else {
      told.fault(at, code, "边界应为 Polygon 或 MultiPolygon。");
    }
  }

  private static void draw(Told told, int at, String code, JsonObject geometry) {
    try {
      told.drawn.add(new Outline(code, Border.read(geometry)));
    } catch (Border.Faulty faulty) {
      told.fault(at, code, faulty.getMessage());
    }
  }

  private static String code(Object properties) {
    if (!(properties instanceof JsonObject)) {
      return "";
    }
    JsonObject known = (JsonObject) properties;
    Object code =
        known.getValue("code") == null ? known.getValue("adcode") : known.getValue("code");
    return code == null ? "" : String.valueOf(code);
  }

  private Future<JsonObject> enter(Importer by, Told told) {
    return database.inTransaction(
        client ->
            known(client, told)
                .compose(known -> areas.draw(client, told.drawn, by.staff().principalId()))
                .compose(done -> areas.erase(client, told.erased))
                .map(n -> JsonObject.of("drawn", told.drawn.size(), "erased", n)));
  }

  /** Every code is that of an area. */
  private Future<Void> known(SqlClient client, Told told) {
    return areas
        .known(client, List.copyOf(told.codes))
        .map(
            known -> {
              told.codes.stream()
                  .filter(code -> !known.contains(code))
                  .sorted()
                  .limit(MOST_FAULTS)
                  .forEach(
                      code -> told.faults.add(new Field("features", code + "：没有这个区域，请先导入区域。")));
              told.check();
              return null;
            });
  }
}
