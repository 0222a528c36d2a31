package org.yilian.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ForestTest {
  private static final String TWO_TREES =
      """
      feature_names=MEANING WORDS

      split_feature=0 1
      threshold=0.5 0.25
      left_child=-1 -2
      right_child=1 -3
      leaf_value=1 10 100

      split_feature=1
      threshold=0.75
      left_child=-1
      right_child=-2
      leaf_value=0.5 0.25
      """;

  private static float[] row(double words, double meaning) {
    float[] row = new float[Signals.COLUMNS];
    row[Signals.Name.WORDS.ordinal()] = (float) words;
    row[Signals.Name.MEANING.ordinal()] = (float) meaning;
    return row;
  }

  @Test
  void theLeavesThatARowComesToAreAdded() {
    Forest forest = Forest.of(TWO_TREES);
    assertEquals(1.5, forest.score(row(0.1, 0.5)), "what is equal goes left");
    assertEquals(10.5, forest.score(row(0.25, 0.6)));
    assertEquals(100.5, forest.score(row(0.3, 0.6)));
    assertEquals(100.25, forest.score(row(0.8, 0.6)));
  }

  @Test
  void aColumnThatIsNoSignalIsRefused() {
    String other = TWO_TREES.replace("MEANING", "MOOD");
    assertThrows(IllegalArgumentException.class, () -> Forest.of(other));
  }

  @Test
  void whatSpeaksForATextInEveryWayIsPutBeforeWhatDoesInNone() {
    Forest forest = Forest.loaded();
    float[] good = row(1, 0.9);
    good[Signals.Name.RANK_WORDS.ordinal()] = 1;
    good[Signals.Name.RANK_MEANING.ordinal()] = 1;
    float[] bad = row(0, 0.3);
    bad[Signals.Name.MEANING_GAP.ordinal()] = -0.4f;
    assertTrue(forest.score(good) > forest.score(bad) + 1);
  }
}
