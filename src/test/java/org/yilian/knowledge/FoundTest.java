package org.yilian.knowledge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FoundTest {
  private static Found near(OptionalDouble cosine) {
    return new Found(List.of(), cosine, Optional.empty(), Optional.empty());
  }

  @Test
  void betweenTheTwoLinesTheWordsDecide() {
    assertTrue(near(OptionalDouble.of(0.57)).offTopic());
    Found between = near(OptionalDouble.of(0.6));
    assertFalse(between.offTopic());
    assertFalse(between.nearByMeaningAlone());
    assertTrue(near(OptionalDouble.of(0.66)).nearByMeaningAlone());
  }

  @Test
  void withoutVectorsMeaningSaysNothing() {
    Found unknown = near(OptionalDouble.empty());
    assertFalse(unknown.offTopic());
    assertFalse(unknown.nearByMeaningAlone());
  }
}
