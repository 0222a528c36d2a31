package org.yilian.knowledge;

import java.util.Optional;
import java.util.regex.Matcher;

/**
 * An article as somebody names it.
 *
 * @param lawKey as {@link LawName#key} makes it, so that writings of one law are one
 */
public record Citation(String lawKey, ArticleNumber number) {
  /** However the law is written. */
  static Citation of(String law, ArticleNumber number) {
    return new Citation(LawName.key(law), number);
  }

  /** Reads 中华人民共和国民法典第五十四条 and its like: a law's name and behind it the number, nothing else. */
  public static Optional<Citation> parse(String text) {
    Matcher matcher = ArticleNumber.WRITTEN.matcher(text);
    int at = -1;
    while (matcher.find()) {
      at = matcher.start();
    }
    if (at <= 0 || !matcher.find(at) || !text.substring(matcher.end()).isBlank()) {
      return Optional.empty();
    }
    String law = LawName.key(text.substring(0, at));
    return law.isEmpty()
        ? Optional.empty()
        : ArticleNumber.of(matcher).map(number -> new Citation(law, number));
  }

  @Override
  public String toString() {
    return lawKey + number;
  }
}
