package org.yilian.knowledge;

import java.util.List;
import java.util.Objects;

/**
 * What an article says, in our own words (要点): never shown as a quotation.
 *
 * @param types of disputes that turn on it, by the names of {@code DisputeType}
 */
public record Gist(String law, ArticleNumber number, String gist, List<String> types) {
  public Gist {
    Objects.requireNonNull(law);
    Objects.requireNonNull(number);
    types = List.copyOf(types);
    if (law.isBlank() || gist.isBlank()) {
      throw new IllegalArgumentException("a gist without law or words: " + law + number);
    }
  }
}
