package org.yilian.answers;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.kernel.Texts;
import org.yilian.language.LanguageModel;

/**
 * A conclusion in the words of a model, sentence by sentence as it comes. It rests on what was
 * found by rule, and gives way to the conclusion by rule as soon as anything is wrong with it.
 */
final class ModelConclusion {
  private static final Texts TEXTS = Texts.of("answers");
  private static final Pattern SENTENCE = Pattern.compile("[^。！？!?\\n]*[。！？!?\\n]+");
  private static final int LONGEST = 600;
  private static final int LONGEST_SENTENCE = 200;
  private static final int LEAST = 15;

  private final LanguageModel model;

  ModelConclusion(LanguageModel model) {
    this.model = model;
  }

  /**
   * @param told takes each sentence that may be shown
   * @return what was told in the end, or empty where the conclusion by rule must stand instead
   */
  Future<Optional<List<String>>> of(String question, Answer answer, Consumer<String> told) {
    Writing writing = new Writing(new CitedText(answer.articles()), told);
    return model
        .write(TEXTS.get("model.instructions"), input(question, answer), writing::take)
        .map(done -> writing.whole())
        .otherwise(Optional.empty());
  }

  private static String input(String question, Answer answer) {
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < answer.articles().size(); i++) {
      CitedArticle one = answer.articles().get(i);
      String words =
          one.gist().map(gist -> gist.gist()).orElseGet(() -> one.article().get().text());
      input.append("[A").append(i + 1).append("] ").append(words).append('\n');
    }
    input.append(TEXTS.get("model.known")).append(String.join("", answer.conclusion()));
    return input.append('\n').append(TEXTS.get("model.question")).append(question).toString();
  }

  /** One text while it is written. */
  private static final class Writing {
    private final CitedText text;
    private final Consumer<String> told;
    private final List<String> shown = new ArrayList<>();
    private final StringBuilder rest = new StringBuilder();
    private int length;
    private boolean wrong;

    Writing(CitedText text, Consumer<String> told) {
      this.text = text;
      this.told = told;
    }

    /** Whether to go on. */
    boolean take(String piece) {
      rest.append(piece);
      Matcher sentences = SENTENCE.matcher(rest);
      int read = 0;
      while (!wrong && length < LONGEST && sentences.find()) {
        tell(sentences.group());
        read = sentences.end();
      }
      rest.delete(0, read);
      wrong |= rest.length() > LONGEST_SENTENCE;
      return !wrong && length < LONGEST;
    }

    private void tell(String sentence) {
      Optional<String> checked = text.shown(sentence);
      wrong = checked.isEmpty();
      checked
          .filter(words -> !words.isEmpty())
          .ifPresent(
              words -> {
                shown.add(words);
                length += words.length();
                told.accept(words);
              });
    }

    Optional<List<String>> whole() {
      if (!wrong && length < LONGEST && !rest.toString().isBlank()) {
        tell(rest.toString());
      }
      return wrong || length < LEAST ? Optional.empty() : Optional.of(List.copyOf(shown));
    }
  }
}
