package org.yilian.answers;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences of a model, of which no citation is its own: it writes [A1] to [Ak], and only these
 * become articles. A sentence that names law by itself, or promises an outcome, is not let through.
 */
final class CitedText {
  private static final Pattern MARK =
      Pattern.compile("[\\[［【(（]\\s*[Aa]\\s*(\\d{1,3})\\s*[\\]］】)）]");

  private static final Pattern OWN_LAW =
      Pattern.compile(
          "第?\\s*[0-9０-９零〇一二两三四五六七八九十百千]+\\s*条|[《〈]|法典?\\s*第?\\s*[0-9０-９]+|条款?\\s*[0-9]+|\\b[Aa]rticle\\b|[Aa]rt\\.");

  private static final Pattern PROMISE =
      Pattern.compile("一定(能|会|可以)|肯定(能|会|可以)|必然(能|会)|保证(您|你|能|会)|百分之百|100\\s*%|稳赢|包赢|必胜|胜诉率");

  private static final Pattern FOREIGN = Pattern.compile("https?://|<[a-zA-Z/]|1[3-9]\\d{9}");

  private final List<CitedArticle> articles;

  CitedText(List<CitedArticle> articles) {
    this.articles = List.copyOf(articles);
  }

  /** The sentence with its articles put in; empty where it may not be shown. */
  Optional<String> shown(String sentence) {
    String bare = MARK.matcher(sentence).replaceAll("");
    boolean own = OWN_LAW.matcher(bare).find() || PROMISE.matcher(bare).find();
    if (own || FOREIGN.matcher(bare).find()) {
      return Optional.empty();
    }
    Matcher marks = MARK.matcher(sentence);
    StringBuilder shown = new StringBuilder();
    while (marks.find()) {
      marks.appendReplacement(shown, Matcher.quoteReplacement(name(marks.group(1))));
    }
    return Optional.of(marks.appendTail(shown).toString().strip());
  }

  /** Unknown marks stand for nothing and leave nothing behind. */
  private String name(String mark) {
    int number = Integer.parseInt(mark);
    return number >= 1 && number <= articles.size()
        ? "（" + articles.get(number - 1).name() + "）"
        : "";
  }
}
