package org.yilian.knowledge;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.yilian.kernel.Bundled;

/**
 * Puts texts in the order in which they answer a question. The weights with meaning were fitted to
 * questions of laypeople (docs/answers.md), those of words alone were set by hand.
 */
final class Ranking {
  private final float[] withMeaning;
  private final float[] wordsAlone;

  private Ranking(float[] withMeaning, float[] wordsAlone) {
    this.withMeaning = withMeaning;
    this.wordsAlone = wordsAlone;
  }

  /** Reads {@code knowledge/ranking.json} from the classpath. */
  static Ranking loaded() {
    JsonObject all = new JsonObject(Bundled.text("knowledge/ranking.json"));
    return new Ranking(
        weights(all.getJsonObject("withMeaning")), weights(all.getJsonObject("wordsAlone")));
  }

  private static float[] weights(JsonObject given) {
    float[] weights = new float[Signals.COLUMNS];
    for (String name : given.fieldNames()) {
      weights[Signals.Name.valueOf(name).ordinal()] = given.getFloat(name);
    }
    return weights;
  }

  /** A text and its score. */
  record Placed(int text, double score) {}

  /**
   * The best texts, best first.
   *
   * @param allowed which texts may be found at all
   */
  List<Placed> best(Signals signals, IntPredicate allowed, int limit) {
    float[] scores = signals.scores(signals.meaning == null ? wordsAlone : withMeaning);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = allowed.test(i) ? scores[i] : Float.NEGATIVE_INFINITY;
    }
    return Arrays.stream(Best.of(scores, limit))
        .filter(text -> scores[text] > Float.NEGATIVE_INFINITY)
        .mapToObj(text -> new Placed(text, scores[text]))
        .toList();
  }
}
