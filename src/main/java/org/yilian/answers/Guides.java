package org.yilian.answers;

import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yilian.calendar.Term;
import org.yilian.kernel.Bundled;

/**
 * The situations that were thought through beforehand, and for each type of dispute what holds in
 * any of them.
 */
record Guides(List<Guide> all, Map<String, Guides.OfType> types) {
  /** What a question that speaks of nothing new adds to the words of those before it. */
  private static final double OF_EARLIER_WORDS = 0.4;

  /** Evidence and doors of a type of dispute. */
  record OfType(List<String> evidence, List<String> doors) {}

  Guides {
    all = List.copyOf(all);
    types = Map.copyOf(types);
  }

  /** Reads {@code answers/guides.json} from the classpath. */
  static Guides loaded() {
    return of(new JsonObject(Bundled.text("answers/guides.json")));
  }

  private static Guides of(JsonObject file) {
    Map<String, OfType> types = new TreeMap<>();
    JsonObject byType = file.getJsonObject("types");
    for (String type : byType.fieldNames()) {
      JsonObject one = byType.getJsonObject(type);
      types.put(type, new OfType(strings(one, "evidence"), strings(one, "doors")));
    }
    return new Guides(objects(file, "guides").map(Guides::guide).toList(), types);
  }

  private static Guide guide(JsonObject one) {
    return new Guide(
        one.getString("id"),
        one.getString("type"),
        one.getString("title"),
        strings(one, "words"),
        strings(one, "conclusion"),
        strings(one, "articles"),
        strings(one, "evidence"),
        strings(one, "doors"),
        objects(one, "terms")
            .map(clock -> new Guide.Clock(term(clock), clock.getString("from")))
            .toList());
  }

  private static Term term(JsonObject clock) {
    return Term.valueOf(clock.getString("term"));
  }

  private static Stream<JsonObject> objects(JsonObject of, String name) {
    return of.getJsonArray(name).stream().map(JsonObject.class::cast);
  }

  private static List<String> strings(JsonObject of, String name) {
    return of.getJsonArray(name).stream().map(String.class::cast).toList();
  }

  Optional<Guide> named(String id) {
    return all.stream().filter(guide -> guide.id().equals(id)).findFirst();
  }

  /** The guide that fits a question best, with those asked before it in the same thread. */
  Optional<Guide> fitting(String question, String earlier) {
    return all.stream()
        .filter(guide -> weight(guide, question, earlier) > 0)
        .max(Comparator.comparingDouble(guide -> weight(guide, question, earlier)));
  }

  private static double weight(Guide guide, String question, String earlier) {
    double own = guide.fits(question);
    double together = earlier.isEmpty() ? own : guide.fits(earlier + question);
    return own + OF_EARLIER_WORDS * (together - own);
  }
}
