package org.yilian.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts Chinese into single characters and pairs of neighbours, and everything else into words.
 * Needs no dictionary, so that no term of the law can be missing from it.
 */
final class UnigramsAndBigrams extends Analyzer {
  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new Cut());
  }

  /** The terms of a text, in their order, repeated as they are. */
  static List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    try (UnigramsAndBigrams analyzer = new UnigramsAndBigrams();
        TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  private static final class Cut extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private int next;
    private int before;
    private boolean pairDue;

    @Override
    public void reset() throws IOException {
      super.reset();
      before = -1;
      pairDue = false;
      next = input.read();
    }

    @Override
    public boolean incrementToken() throws IOException {
      clearAttributes();
      if (pairDue) {
        return pair();
      }
      while (next >= 0) {
        if (isChinese(next)) {
          return single();
        }
        before = -1;
        if (Character.isLetterOrDigit(next)) {
          return word();
        }
        next = input.read();
      }
      return false;
    }

    private boolean single() throws IOException {
      term.append((char) next);
      pairDue = before >= 0;
      if (!pairDue) {
        before = next;
        next = input.read();
      }
      return true;
    }

    private boolean pair() throws IOException {
      term.append((char) before).append((char) next);
      pairDue = false;
      before = next;
      next = input.read();
      return true;
    }

    private boolean word() throws IOException {
      StringBuilder letters = new StringBuilder();
      while (next >= 0 && Character.isLetterOrDigit(next) && !isChinese(next)) {
        letters.append((char) next);
        next = input.read();
      }
      term.append(letters.toString().toLowerCase(Locale.ROOT));
      return true;
    }

    private static boolean isChinese(int c) {
      return Character.isIdeographic(c) || Character.isSurrogate((char) c);
    }
  }
}
