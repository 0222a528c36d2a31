package org.yilian.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yilian.kernel.Bundled;

/**
 * Small decision trees whose sum says how well a text answers a question. They were fitted by
 * LightGBM (docs/answers.md) and are written as its text format writes them; what a sum does not
 * need is left out of the file.
 */
final class Forest {
  /** Splits, and leaves, which are named by their complement; the root is the split 0. */
  private record Tree(int[] column, double[] threshold, int[] left, int[] right, double[] leaf) {

    static Tree of(Map<String, String> lines, int[] columns) {
      return new Tree(
          Arrays.stream(numbers(lines.get("split_feature"))).map(split -> columns[split]).toArray(),
          decimals(lines.get("threshold")),
          numbers(lines.get("left_child")),
          numbers(lines.get("right_child")),
          decimals(lines.get("leaf_value")));
    }

    double value(float[] row) {
      int at = 0;
      while (at >= 0) {
        at = row[column[at]] <= threshold[at] ? left[at] : right[at];
      }
      return leaf[~at];
    }
  }

  private final List<Tree> trees;

  private Forest(List<Tree> trees) {
    this.trees = trees;
  }

  /** Reads {@code knowledge/forest.txt} from the classpath. */
  static Forest loaded() {
    return of(Bundled.text("knowledge/forest.txt"));
  }

  /**
   * @throws IllegalArgumentException if a column is none of {@link Signals.Name}
   */
  static Forest of(String text) {
    String[] parts = text.split("\n\n");
    int[] columns =
        Arrays.stream(lines(parts[0]).get("feature_names").split(" "))
            .mapToInt(name -> Signals.Name.valueOf(name).ordinal())
            .toArray();
    List<Tree> trees = new ArrayList<>();
    for (String part : List.of(parts).subList(1, parts.length)) {
      trees.add(Tree.of(lines(part), columns));
    }
    return new Forest(trees);
  }

  private static Map<String, String> lines(String part) {
    Map<String, String> lines = new HashMap<>();
    for (String line : part.strip().split("\n")) {
      int at = line.indexOf('=');
      lines.put(line.substring(0, at), line.substring(at + 1));
    }
    return lines;
  }

  private static int[] numbers(String words) {
    return Arrays.stream(words.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static double[] decimals(String words) {
    return Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /**
   * @param row one value for each of {@link Signals.Name}
   */
  double score(float[] row) {
    double sum = 0;
    for (Tree tree : trees) {
      sum += tree.value(row);
    }
    return sum;
  }
}
