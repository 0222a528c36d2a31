package org.yilian.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides from a model who is meant, and puts it back into what the model writes: names, phones,
 * numbers of papers and houses leave as ⟦1⟧, ⟦2⟧ …
 */
public final class Mask {
  private static final Pattern BRACKETS = Pattern.compile("[⟦⟧]");
  private static final Pattern MARK = Pattern.compile("⟦\\s*(\\d{1,4})\\s*⟧");

  private final List<String> hidden = new ArrayList<>();
  private final List<Pattern> patterns = new ArrayList<>();

  /**
   * @param names that are known to be of people
   */
  public Mask(Collection<String> names) {
    names.stream()
        .filter(name -> name != null && !name.isBlank())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(name -> Pattern.compile(Pattern.quote(name.strip())))
        .forEach(patterns::add);
    patterns.addAll(PersonalWords.ALL);
  }

  /** The text as it may leave. */
  public String hide(String text) {
    String masked = BRACKETS.matcher(text).replaceAll("");
    for (Pattern pattern : patterns) {
      masked = pattern.matcher(masked).replaceAll(this::mark);
    }
    return masked;
  }

  private String mark(MatchResult found) {
    String words = found.group();
    if (words.isEmpty()) {
      return "";
    }
    int known = hidden.indexOf(words);
    if (known < 0) {
      hidden.add(words);
    }
    return "⟦" + (known < 0 ? hidden.size() : known + 1) + "⟧";
  }

  /** The text with everything put back; empty where it holds marks that nobody gave out. */
  public Optional<String> show(String text) {
    Matcher marks = MARK.matcher(text);
    StringBuilder shown = new StringBuilder();
    while (marks.find()) {
      int n = Integer.parseInt(marks.group(1));
      if (n < 1 || n > hidden.size()) {
        return Optional.empty();
      }
      marks.appendReplacement(shown, Matcher.quoteReplacement(whole(hidden.get(n - 1))));
    }
    String whole = marks.appendTail(shown).toString();
    return BRACKETS.matcher(whole).find() ? Optional.empty() : Optional.of(whole);
  }

  /** What a later rule hid may hold the mark of an earlier one. */
  private String whole(String words) {
    return show(words).orElse(words);
  }
}
