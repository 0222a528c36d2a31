package org.yilian.knowledge;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.yilian.kernel.Bundled;

/**
 * Puts texts in the order in which they answer a question: all of them by a weighed sum, and where
 * meaning is at hand the best of these by trees. Both were fitted to questions of laypeople
 * (docs/answers.md); the weights of words alone were set by hand.
 */
final class Ranking {
  /** How many the trees put in order: among them is nearly everything that answers. */
  static final int PUT_IN_ORDER = 300;

  /** How far apart scores are: behind the best by so much, a text is worth 1/e of it. */
  private static final double SPREAD_OF_TREES = 2.5;

  private static final double SPREAD_OF_WORDS = 3;

  private final float[] withMeaning;
  private final float[] wordsAlone;
  private final Forest forest;

  private Ranking(float[] withMeaning, float[] wordsAlone, Forest forest) {
    this.withMeaning = withMeaning;
    this.wordsAlone = wordsAlone;
    this.forest = forest;
  }

  /** Reads {@code knowledge/ranking.json} and the forest from the classpath. */
  static Ranking loaded() {
    JsonObject all = new JsonObject(Bundled.text("knowledge/ranking.json"));
    return new Ranking(
        weights(all.getJsonObject("withMeaning")),
        weights(all.getJsonObject("wordsAlone")),
        Forest.loaded());
  }

  private static float[] weights(JsonObject given) {
    float[] weights = new float[Signals.COLUMNS];
    for (String name : given.fieldNames()) {
      weights[Signals.Name.valueOf(name).ordinal()] = given.getFloat(name);
    }
    return weights;
  }

  /**
   * A text of a shelf.
   *
   * @param share of the best one's worth: 1 for that, down to 0 for what is far behind
   */
  record Placed(int text, double share) {}

  private record Scored(int text, double score) {}

  /**
   * The best texts, best first.
   *
   * @param allowed which texts may be found at all
   */
  List<Placed> best(Signals signals, IntPredicate allowed, int limit) {
    boolean byTrees = signals.meaning != null;
    List<Scored> first = first(signals, allowed, byTrees ? Math.max(limit, PUT_IN_ORDER) : limit);
    List<Scored> best = byTrees ? inOrder(first, signals) : first;
    double spread = byTrees ? SPREAD_OF_TREES : SPREAD_OF_WORDS;
    return best.stream()
        .limit(limit)
        .map(one -> new Placed(one.text(), Math.exp((one.score() - best.get(0).score()) / spread)))
        .toList();
  }

  /** By the weighed sum alone. */
  private List<Scored> first(Signals signals, IntPredicate allowed, int limit) {
    float[] scores = signals.scores(signals.meaning == null ? wordsAlone : withMeaning);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = allowed.test(i) ? scores[i] : Float.NEGATIVE_INFINITY;
    }
    return Arrays.stream(Best.of(scores, limit))
        .filter(text -> scores[text] > Float.NEGATIVE_INFINITY)
        .mapToObj(text -> new Scored(text, scores[text]))
        .toList();
  }

  private List<Scored> inOrder(List<Scored> first, Signals signals) {
    return first.stream()
        .map(one -> new Scored(one.text(), forest.score(signals.of(one.text()))))
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .toList();
  }

  /** The texts that the trees would put in order: for fitting them. */
  int[] candidates(Signals signals, IntPredicate allowed) {
    return first(signals, allowed, PUT_IN_ORDER).stream().mapToInt(Scored::text).toArray();
  }
}
