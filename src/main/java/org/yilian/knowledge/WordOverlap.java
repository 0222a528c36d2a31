package org.yilian.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far short questions share their words: the cosine of their sets of single characters and
 * pairs, rare ones weighing more. 0 to 1.
 */
final class WordOverlap {
  private final Map<String, List<Integer>> holders = new HashMap<>();
  private final double[] lengths;

  WordOverlap(List<String> questions) {
    lengths = new double[questions.size()];
    List<Set<String>> terms = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Set<String> own = new HashSet<>(UnigramsAndBigrams.terms(questions.get(i)));
      terms.add(own);
      for (String term : own) {
        holders.computeIfAbsent(term, fresh -> new ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = length(terms.get(i));
    }
  }

  private double length(Collection<String> terms) {
    return Math.sqrt(terms.stream().mapToDouble(term -> Math.pow(weight(term), 2)).sum());
  }

  private double weight(String term) {
    int count = holders.getOrDefault(term, List.of()).size();
    return Math.log(1 + (lengths.length + 1.0) / (count + 1.0));
  }

  /** With every question, in their order. */
  float[] of(String question) {
    Set<String> terms = new HashSet<>(UnigramsAndBigrams.terms(question));
    float[] shared = new float[lengths.length];
    for (String term : terms) {
      float square = (float) Math.pow(weight(term), 2);
      for (int holder : holders.getOrDefault(term, List.of())) {
        shared[holder] += square;
      }
    }
    double length = length(terms);
    for (int i = 0; i < shared.length; i++) {
      shared[i] = lengths[i] == 0 || length == 0 ? 0 : (float) (shared[i] / lengths[i] / length);
    }
    return shared;
  }
}
