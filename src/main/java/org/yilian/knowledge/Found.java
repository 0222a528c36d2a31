package org.yilian.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a search found, best first.
 *
 * @param topCosine how near the nearest text is in meaning, −1 to 1; empty while no vectors are
 *     there. Below {@link #NEAR_ENOUGH} a question is about something else
 * @param missing the article that was asked for by its number and that is not there, such as
 *     民法典第一千三百条
 * @param unheld the law that was asked for by its name and that is not held; what was found instead
 *     was found by the words alone
 */
public record Found(
    List<Hit> hits, OptionalDouble topCosine, Optional<String> missing, Optional<String> unheld) {
  public static final double NEAR_ENOUGH = 0.58;

  /** So near is what is of the subject though none of its words says so (docs/consultations.md). */
  private static final double NEAR_BY_MEANING_ALONE = 0.65;

  public Found {
    hits = List.copyOf(hits);
  }

  /** True only where the vectors say so. */
  public boolean offTopic() {
    return topCosine.isPresent() && topCosine.getAsDouble() < NEAR_ENOUGH;
  }

  /** Whether the meaning alone shows that law is asked for. */
  public boolean nearByMeaningAlone() {
    return topCosine.isPresent() && topCosine.getAsDouble() >= NEAR_BY_MEANING_ALONE;
  }
}
