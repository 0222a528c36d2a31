package org.yilian.answers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yilian.calendar.Term;

/**
 * What to say and to do in one situation that people ask about, written for this project.
 *
 * @param type of the dispute, by the names of {@code DisputeType}
 * @param words that people use for it; parts joined by + must all be there
 * @param articles that it rests on, such as 民法典第一千零八十四条
 */
record Guide(
    String id,
    String type,
    String title,
    List<String> words,
    List<String> conclusion,
    List<String> articles,
    List<String> evidence,
    List<String> doors,
    List<Clock> clocks) {

  /** A time limit and the event, in Chinese, from which it runs. */
  record Clock(Term term, String from) {}

  private static final double OF_FURTHER_WORDS = 0.3;

  Guide {
    words = List.copyOf(words);
    conclusion = List.copyOf(conclusion);
    articles = List.copyOf(articles);
    evidence = List.copyOf(evidence);
    doors = List.copyOf(doors);
    clocks = List.copyOf(clocks);
    if (words.isEmpty() || conclusion.isEmpty() || articles.isEmpty() || doors.isEmpty()) {
      throw new IllegalArgumentException("a guide that lacks something: " + id);
    }
  }

  /** How well it fits a question: the length of its best words in it, and a little for others. */
  double fits(String question) {
    List<Double> lengths = new ArrayList<>();
    for (String word : words) {
      String[] parts = word.split("\\+");
      double length = parts.length - 1.0;
      for (String part : parts) {
        length = question.contains(part) ? length + part.length() : Double.NEGATIVE_INFINITY;
      }
      if (length > 0) {
        lengths.add(length);
      }
    }
    if (lengths.isEmpty()) {
      return 0;
    }
    double best = Collections.max(lengths);
    double all = lengths.stream().mapToDouble(Double::doubleValue).sum();
    return best + OF_FURTHER_WORDS * (all - best);
  }
}
