package org.yilian.documents;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/**
 * Where a line of Chinese may end: between any two characters, but no closing mark begins a line,
 * no opening mark ends one, and words, numbers, amounts, dashes and ellipses stay whole. The JDK's
 * own rules allow a break before '……'.
 */
final class ChineseLines implements FSTextBreaker {
  private static final String NEVER_FIRST = "，。、；：？！）》」』】〕”’…—％℃·,.;:?!)]}%";
  private static final String NEVER_LAST = "（《「『【〔“‘￥¥$([{";
  private static final String WHOLE_PAIRS = "……——";

  private String text = "";
  private int at;

  @Override
  public void setText(String newText) {
    text = newText;
    at = 0;
  }

  @Override
  public int next() {
    if (at >= text.length()) {
      return BreakIterator.DONE;
    }
    do {
      at += Character.charCount(text.codePointAt(at));
    } while (at < text.length() && !allowed(text.codePointBefore(at), text.codePointAt(at)));
    return at;
  }

  private static boolean allowed(int before, int after) {
    if (after == ' ' || NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
      return false;
    }
    if (before == ' ') {
      return true;
    }
    if (WHOLE_PAIRS.indexOf(before) >= 0 && before == after) {
      return false;
    }
    return !(narrow(before) && narrow(after));
  }

  /** A character of a word, a number or an address, which is not to be torn. */
  private static boolean narrow(int codePoint) {
    return codePoint < 0x2000 && !Character.isWhitespace(codePoint);
  }
}
