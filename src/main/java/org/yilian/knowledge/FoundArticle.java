package org.yilian.knowledge;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** An article as staff see it: to the letter where it was imported, else our own gist alone. */
record FoundArticle(
    String law, ArticleNumber number, Optional<Article> article, Optional<Gist> gist) {

  static FoundArticle of(Hit hit) {
    return new FoundArticle(hit.law(), hit.number(), hit.article(), hit.gist());
  }

  static FoundArticle of(Gist gist, Optional<Article> article) {
    return new FoundArticle(gist.law(), gist.number(), article, Optional.of(gist));
  }

  static FoundArticle of(Article article) {
    return new FoundArticle(
        article.law(), article.number(), Optional.of(article), Optional.empty());
  }

  /** Whether disputes of the type turn on it; false for null. */
  boolean isOf(String type) {
    return type != null && gist.isPresent() && gist.get().types().contains(type);
  }

  /**
   * {@code {law, number, digestOnly, gist?, id?, heading?, text?, effectiveFrom?, effectiveTo?,
   * repealedBy?}}: an id where there is a text that a card may carry.
   */
  JsonObject json() {
    JsonObject json =
        JsonObject.of("law", law, "number", number.toString(), "digestOnly", article.isEmpty());
    gist.ifPresent(one -> json.put("gist", one.gist()));
    article.ifPresent(one -> put(json, one));
    return json;
  }

  private static void put(JsonObject json, Article one) {
    json.put("id", one.id().toString())
        .put("heading", one.heading())
        .put("text", one.text())
        .put("effectiveFrom", one.effectiveFrom().toString());
    if (one.effectiveTo() != null) {
      json.put("effectiveTo", one.effectiveTo().toString()).put("repealedBy", one.repealedBy());
    }
  }
}
