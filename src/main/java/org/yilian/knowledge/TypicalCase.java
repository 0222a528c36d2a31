package org.yilian.knowledge;

import java.util.List;

/**
 * A case that was written for illustration, and is shown as such.
 *
 * @param type of the dispute, by the names of {@code DisputeType}
 * @param articles that it turns on, such as 民法典第一千零八十四条
 */
public record TypicalCase(
    String type, String title, String facts, String outcome, List<String> articles) {
  public TypicalCase {
    articles = List.copyOf(articles);
    if (type.isBlank() || title.isBlank() || facts.isBlank() || outcome.isBlank()) {
      throw new IllegalArgumentException("a case that lacks something: " + title);
    }
  }
}
