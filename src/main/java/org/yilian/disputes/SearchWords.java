package org.yilian.disputes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a dispute is found by. Chinese is cut into pairs of neighbouring characters, since no space
 * tells its words apart; figures and Latin words stay whole. Whole phones and identity numbers are
 * found by their blind index, phones also by their last four digits; see {@link Question}.
 */
final class SearchWords {
  private static final int LONGEST_WORD = 40;

  private SearchWords() {}

  static String[] of(Dispute dispute, List<Party> parties) {
    Set<String> words = new LinkedHashSet<>();
    add(words, dispute.number());
    add(words, dispute.externalNumber());
    add(words, dispute.cause());
    add(words, dispute.address());
    add(words, dispute.description());
    for (Party party : parties) {
      add(words, party.name());
      add(words, party.description());
      add(words, party.address());
      add(words, party.phone());
      add(words, party.idNumber());
    }
    return words.toArray(String[]::new);
  }

  private static void add(Collection<String> words, Sealed number) {
    if (number != null) {
      words.add(number.tail().toLowerCase(Locale.ROOT));
      words.add(hidden(number.index()));
    }
  }

  /** Of a number that is not to be read out of the words. */
  static String hidden(String index) {
    return "=" + index;
  }

  static void add(Collection<String> words, String text) {
    if (text == null) {
      return;
    }
    List<Integer> run = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              boolean ideograph = Character.isIdeographic(c);
              boolean letter = !ideograph && Character.isLetterOrDigit(c);
              endRun(words, run, ideograph);
              endWord(words, word, letter);
              if (ideograph) {
                run.add(c);
              } else if (letter) {
                word.appendCodePoint(c);
              }
            });
    endRun(words, run, false);
    endWord(words, word, false);
  }

  private static void endRun(Collection<String> words, List<Integer> run, boolean goesOn) {
    if (!goesOn) {
      for (int i = 0; i + 1 < run.size(); i++) {
        words.add(Character.toString(run.get(i)) + Character.toString(run.get(i + 1)));
      }
      run.clear();
    }
  }

  private static void endWord(Collection<String> words, StringBuilder word, boolean goesOn) {
    if (!goesOn && word.length() > 0) {
      words.add(word.substring(0, Math.min(word.length(), LONGEST_WORD)));
      word.setLength(0);
    }
  }
}
