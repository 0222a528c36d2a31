package org.yilian.knowledge;

import java.util.List;
import java.util.Objects;

/**
 * What an article says, in our own words (要点): never shown as a quotation.
 *
 * @param types of disputes that turn on it, by the names of {@code DisputeType}; empty for all
 * @param words that people say when they mean it, for the search alone
 */
public record Gist(
    String law, ArticleNumber number, String gist, List<String> types, List<String> words) {
  public Gist {
    Objects.requireNonNull(law);
    Objects.requireNonNull(number);
    types = List.copyOf(types);
    words = List.copyOf(words);
    if (law.isBlank() || gist.isBlank()) {
      throw new IllegalArgumentException("a gist without law or words: " + law + number);
    }
  }
}
