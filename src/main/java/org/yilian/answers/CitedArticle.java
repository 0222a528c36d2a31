package org.yilian.answers;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Optional;
import org.yilian.knowledge.Article;
import org.yilian.knowledge.ArticleNumber;
import org.yilian.knowledge.Gist;
import org.yilian.knowledge.Hit;

/** One article that an answer rests on: the gist in our own words, the full text where imported. */
record CitedArticle(
    String law, ArticleNumber number, Optional<Gist> gist, Optional<Article> article) {
  CitedArticle {
    Objects.requireNonNull(law);
    Objects.requireNonNull(number);
    if (gist.isEmpty() && article.isEmpty()) {
      throw new IllegalArgumentException("nothing to show of " + law + number);
    }
  }

  static CitedArticle of(Hit hit) {
    return new CitedArticle(hit.law(), hit.number(), hit.gist(), hit.article());
  }

  String name() {
    return law + number;
  }

  /** {@code {law, number, gist?, quotation?, effectiveFrom?}}. */
  JsonObject json() {
    JsonObject json = JsonObject.of("law", law, "number", number.toString());
    gist.ifPresent(one -> json.put("gist", one.gist()));
    article.ifPresent(one -> json.put("quotation", one.text()));
    article.map(Article::effectiveFrom).ifPresent(day -> json.put("effectiveFrom", day.toString()));
    return json;
  }
}
