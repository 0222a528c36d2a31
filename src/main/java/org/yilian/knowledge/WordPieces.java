package org.yilian.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts text into the word pieces of a BERT vocabulary: every Chinese character by itself, other
 * words by the longest pieces that are known. Letters are made small first, since the vocabulary
 * knows hardly any large ones.
 */
final class WordPieces {
  static final int LONGEST = 512;

  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> vocabulary;
  private final long unknown;
  private final long begin;
  private final long end;

  private WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
    unknown = vocabulary.get("[UNK]");
    begin = vocabulary.get("[CLS]");
    end = vocabulary.get("[SEP]");
  }

  /** Reads {@code model.vocab} of a Hugging Face {@code tokenizer.json}. */
  static WordPieces read(InputStream tokenizer) throws IOException {
    JsonNode words = new ObjectMapper().readTree(tokenizer).at("/model/vocab");
    Map<String, Integer> vocabulary = new HashMap<>(2 * words.size());
    words.fields().forEachRemaining(word -> vocabulary.put(word.getKey(), word.getValue().asInt()));
    return new WordPieces(vocabulary);
  }

  /**
   * The numbers of the pieces between begin and end.
   *
   * @param most pieces at most, begin and end included; what does not fit is left out
   */
  long[] cut(String text, int most) {
    List<Long> pieces = new ArrayList<>();
    pieces.add(begin);
    String small = text.toLowerCase(Locale.ROOT);
    for (int at = 0; at < small.length() && pieces.size() < most; ) {
      int until = wordEnd(small, at);
      if (!isBlank(small.codePointAt(at))) {
        addWord(small.substring(at, until), pieces);
      }
      at = until;
    }
    List<Long> fitting = pieces.subList(0, Math.min(pieces.size(), most - 1));
    long[] cut = new long[fitting.size() + 1];
    for (int i = 0; i < fitting.size(); i++) {
      cut[i] = fitting.get(i);
    }
    cut[fitting.size()] = end;
    return cut;
  }

  private static int wordEnd(String text, int from) {
    int at = from + Character.charCount(text.codePointAt(from));
    if (!isWordPart(text.codePointAt(from))) {
      return at;
    }
    while (at < text.length() && isWordPart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean isWordPart(int point) {
    return Character.isLetterOrDigit(point) && !Character.isIdeographic(point);
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point);
  }

  private void addWord(String word, List<Long> pieces) {
    int before = pieces.size();
    int from = 0;
    while (word.length() <= LONGEST_WORD && from < word.length()) {
      int until = longestKnown(word, from);
      if (until == from) {
        break;
      }
      pieces.add((long) vocabulary.get(piece(word, from, until)));
      from = until;
    }
    if (from < word.length()) {
      pieces.subList(before, pieces.size()).clear();
      pieces.add(unknown);
    }
  }

  private int longestKnown(String word, int from) {
    int until = word.length();
    while (until > from && !vocabulary.containsKey(piece(word, from, until))) {
      until--;
    }
    return until;
  }

  private static String piece(String word, int from, int until) {
    return (from == 0 ? "" : "##") + word.substring(from, until);
  }
}
