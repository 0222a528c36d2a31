package org.yilian.agreements;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a sentence between two commas, with what is needed to judge it.
 *
 * @param clause the term it stands in, counted from 1, or null for the other sections
 * @param past whether it tells what has already happened
 * @param contingent whether it follows on a case that the same sentence has opened
 */
record Phrase(Integer clause, String sentence, String text, boolean past, boolean contingent) {
  private static final Pattern CONDITION =
      Pattern.compile(
          "^(但|且|则)?(如|若|倘|假如|万一|一旦|要是|逾期|任何一方(违反|不履行)|一方(违反|不履行))|(逾期|未|不|违反|反悔)[^，]{0,20}的$");
  private static final Pattern EFFECT = Pattern.compile("(本|该|此)(调解)?协议|自?签(订|字|署)之日起|即日起");

  boolean inTerms() {
    return clause != null;
  }

  /** Whether it opens a case ("如乙方逾期…") and so orders nothing by itself. */
  boolean conditional() {
    return CONDITION.matcher(text).find();
  }

  /** Whether it means to have an effect: every term does, a fact only if it says so. */
  boolean operative() {
    return !past && (inTerms() || EFFECT.matcher(sentence).find());
  }

  boolean has(Pattern pattern) {
    return pattern.matcher(text).find();
  }

  /** The first match that neither its own words nor those before it take back, or null. */
  String match(Pattern pattern, Pattern takenBackBefore) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (!takenBackBefore.matcher(text.substring(0, matcher.start())).find()) {
        return matcher.group();
      }
    }
    return null;
  }
}
