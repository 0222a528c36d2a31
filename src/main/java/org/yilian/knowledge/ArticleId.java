package org.yilian.knowledge;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One article of one imported version, as clients name it: {@code 12-1084-0}. Another text of the
 * version has another id, so that nobody sends what he has not read.
 */
public record ArticleId(long statute, ArticleNumber number) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,4})-(\\d{1,4})");

  public ArticleId {
    Objects.requireNonNull(number);
  }

  public static Optional<ArticleId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
      return Optional.empty();
    }
    int main = Integer.parseInt(matcher.group(2));
    int added = Integer.parseInt(matcher.group(3));
    return Optional.of(
        new ArticleId(Long.parseLong(matcher.group(1)), new ArticleNumber(main, added)));
  }

  @Override
  public String toString() {
    return statute + "-" + number.main() + "-" + number.added();
  }
}
