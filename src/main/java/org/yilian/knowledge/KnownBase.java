package org.yilian.knowledge;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The known questions in memory, with the entries of the shelf that answer each. */
final class KnownBase {
  private final List<KnownQuestion> questions;
  private final int[][] answers;
  private final WordOverlap words;
  private final Vectors vectors;

  KnownBase(List<KnownQuestion> questions, Function<Citation, List<Integer>> entries) {
    this.questions = List.copyOf(questions);
    answers = new int[questions.size()][];
    for (int i = 0; i < answers.length; i++) {
      Set<Integer> all = new HashSet<>();
      questions.get(i).articles().forEach(citation -> all.addAll(entries.apply(citation)));
      answers[i] = all.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
    words = new WordOverlap(questions.stream().map(KnownQuestion::question).toList());
    vectors = new Vectors(questions.size());
  }

  int size() {
    return answers.length;
  }

  KnownQuestion question(int number) {
    return questions.get(number);
  }

  /** The entries that answer a question, in all their versions. */
  int[] answers(int question) {
    return answers[question];
  }

  /** The laws that the answers are from, each once. */
  IntStream laws(int question, Shelf shelf) {
    return Arrays.stream(answers[question]).map(shelf::law).distinct();
  }

  /** The one with the same words, −1 where there is none. */
  int same(String question) {
    String words = letters(question);
    return IntStream.range(0, questions.size())
        .filter(i -> letters(questions.get(i).question()).equals(words))
        .findFirst()
        .orElse(-1);
  }

  private static String letters(String question) {
    return question.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  WordOverlap words() {
    return words;
  }

  Vectors vectors() {
    return vectors;
  }
}
