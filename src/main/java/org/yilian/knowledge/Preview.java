package org.yilian.knowledge;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A comparison as a person reads it before deciding: the numbers whole, of everything the first.
 */
final class Preview {
  private static final int STATUTES = 50;
  private static final int DIFFERENCES = 12;
  private static final int LONGEST = 1_200;

  private Preview() {}

  /**
   * {@code {added, changed, unchanged, newArticles, ended, leftOut, addedStatutes, changedStatutes:
   * [{law, published?, told, articles: [{number, kind, before?, now?}]}], endedStatutes}}.
   */
  static JsonObject of(Comparison comparison) {
    return new JsonObject()
        .put("added", comparison.added().size())
        .put("changed", comparison.changed().size())
        .put("unchanged", comparison.unchanged())
        .put("newArticles", comparison.newArticles())
        .put("ended", comparison.ended().size())
        .put("leftOut", first(comparison.leftOut()))
        .put("addedStatutes", first(comparison.added().stream().map(Preview::added).toList()))
        .put("changedStatutes", first(comparison.changed().stream().map(Preview::changed).toList()))
        .put("endedStatutes", first(comparison.ended().stream().map(Preview::ended).toList()));
  }

  private static JsonArray first(List<?> all) {
    return new JsonArray(List.copyOf(all.subList(0, Math.min(STATUTES, all.size()))));
  }

  private static JsonObject added(IncomingStatute statute) {
    return named(statute).put("articles", statute.text().articles().size());
  }

  private static JsonObject named(IncomingStatute statute) {
    JsonObject named = JsonObject.of("law", statute.text().law());
    return statute.published() == null
        ? named
        : named.put("published", statute.published().toString());
  }

  private static JsonObject changed(Comparison.Changed one) {
    JsonArray articles = new JsonArray();
    one.differences().stream().limit(DIFFERENCES).map(Preview::difference).forEach(articles::add);
    return named(one.now())
        .put("told", one.told())
        .put("differences", one.differences().size())
        .put("articles", articles);
  }

  private static JsonObject difference(Comparison.Difference one) {
    JsonObject told = JsonObject.of("number", one.number().toString(), "kind", one.kind().name());
    if (one.before() != null) {
      told.put("before", cut(one.before()));
    }
    return one.now() == null ? told : told.put("now", cut(one.now()));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "……";
  }

  private static JsonObject ended(Comparison.Ended one) {
    JsonObject ended =
        JsonObject.of("law", one.law(), "day", one.end().day().toString(), "by", one.end().by());
    return one.published() == null ? ended : ended.put("published", one.published().toString());
  }
}
