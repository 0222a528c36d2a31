package org.yilian.language;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a model kept to what it was given: no figure, day, name, law or threat, and no promise,
 * that its source does not hold. What it leaves out is for a person to see.
 */
public final class Grounding {
  private static final Pattern DAY =
      Pattern.compile(
          "[今明后昨前][天日晚早]|[本下上]个?(?:周|月|星期|礼拜)|[月年][底初]|(?:周|星期|礼拜)[一二三四五六日天末]"
              + "|春节|过年|元旦|国庆|中秋|五一|十一|当[天日]|次日|半[年月天]|半个[月小]");

  private static final Pattern LAW =
      Pattern.compile(
          "《[^》]*》?|第\\s*[0-9零〇一二两三四五六七八九十百千]+\\s*[条款项]|法典|法律|法规|条例|司法解释|[依违犯]法"
              + "|\\p{IsHan}{1,10}法(?=第|规定|的规定)|犯罪|刑事|治安|法院|法庭|起诉|诉讼|打官司|判决|判刑|仲裁|律师|强制执行|报警|警察|公安|派出所|拘留|坐牢|拉黑|失信");

  private static final Pattern PROMISE =
      Pattern.compile("(?:一定|肯定|必然|必定)(?:能|会|可以)|保证|百分之百|100\\s*%|稳赢|包赢|必胜");

  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}|[<>{}\\\\]");

  private final String source;
  private final List<String> names;

  /**
   * @param source what the model was given, unmasked
   * @param names of people who are known, in the source or not
   */
  public Grounding(String source, Collection<String> names) {
    this.source = source;
    this.names = names.stream().filter(name -> name != null && !name.isBlank()).toList();
  }

  /** Whether a text, unmasked, adds nothing of all that. */
  public boolean holds(String text) {
    boolean figures = Figures.in(source).containsAll(Figures.counted(text));
    boolean people =
        names.stream().noneMatch(name -> text.contains(name) && !source.contains(name));
    return figures
        && people
        && literal(PersonalWords.SOMEBODY, text)
        && literal(PersonalWords.NAME_LIKE, text)
        && literal(DAY, text)
        && literal(LAW, text)
        && literal(PROMISE, text)
        && literal(LATIN, text);
  }

  /** Whether the source holds, to the letter, whatever the pattern finds in a text. */
  private boolean literal(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      if (!source.contains(found.group())) {
        return false;
      }
    }
    return true;
  }
}
