package org.yilian.knowledge;

import java.util.Objects;
import java.util.Optional;

/**
 * One article that a search found. At least one of its two texts is there.
 *
 * @param law as it is shown, such as 民法典
 * @param article the imported full text, which may be quoted
 * @param gist our own words (要点), which may not be shown as a quotation
 * @param score 1 for the best of a search and for what was asked for by its number, down to 0 for
 *     what is far behind
 */
public record Hit(
    String law,
    ArticleNumber number,
    Optional<Article> article,
    Optional<Gist> gist,
    double score) {
  public Hit {
    Objects.requireNonNull(law);
    Objects.requireNonNull(number);
    if (article.isEmpty() && gist.isEmpty()) {
      throw new IllegalArgumentException("neither text nor gist: " + law + number);
    }
  }
}
