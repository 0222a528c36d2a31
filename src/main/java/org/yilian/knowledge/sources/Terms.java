package org.yilian.knowledge.sources;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.knowledge.LawName;

/** What a statute says about time: from when it applies, and which others end with that. */
public final class Terms {
  private static final String CHINESE = "[零〇○Ｏ一二三四五六七八九十\\d\\s]";
  private static final Pattern FORCE =
      Pattern.compile(
          "自("
              + CHINESE
              + "{4,8})年("
              + CHINESE
              + "{1,4})月("
              + CHINESE
              + "{1,5})日(?:零时)?起(?:正式)?(?:施行|实施|生效|执行)");

  /** 》同时废止 and its like, at the end of what is listed. */
  private static final Pattern END =
      Pattern.compile(
          "》(?:[（(][^）)]*[）)])?[，,]?(?:[自从]本\\p{IsHan}{1,6}施行之日起)?(?:同时|即行|予以|一并|均|相应|即){0,3}(?:废止|失效)");

  /** Names may hold names: 《关于〈…〉的解释》 and even 《关于《…》的解释》. */
  private static final Pattern NAMED =
      Pattern.compile("《((?:[^《》]|《[^《》]*》){2,150})》(?:[（(][^）)]*[）)])?(.?)");

  private static final String DIGITS = "零一二三四五六七八九";

  /** Only the last articles speak of this. */
  private static final int LAST = 6;

  private Terms() {}

  /** The day from which the statute says that it applies. */
  public static Optional<LocalDate> force(List<ArticleText> articles) {
    for (int i = articles.size() - 1; i >= Math.max(0, articles.size() - LAST); i--) {
      Matcher force = FORCE.matcher(articles.get(i).text());
      if (force.find()) {
        return day(force);
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(Matcher force) {
    try {
      return Optional.of(
          LocalDate.of(number(force.group(1)), number(force.group(2)), number(force.group(3))));
    } catch (DateTimeException | NumberFormatException noDay) {
      return Optional.empty();
    }
  }

  /** 1985, 一九八五, 十二 or 二十一. */
  private static int number(String words) {
    String plain = words.replaceAll("\\s", "").replaceAll("[〇○Ｏ]", "零");
    if (plain.indexOf('十') >= 0) {
      int ten = plain.indexOf('十');
      int tens = ten == 0 ? 1 : DIGITS.indexOf(plain.charAt(0));
      int ones = ten == plain.length() - 1 ? 0 : DIGITS.indexOf(plain.charAt(ten + 1));
      return 10 * tens + ones;
    }
    StringBuilder figures = new StringBuilder();
    for (char c : plain.toCharArray()) {
      figures.append(DIGITS.indexOf(c) >= 0 ? DIGITS.indexOf(c) : Character.digit(c, 10));
    }
    return Integer.parseInt(figures.toString());
  }

  /**
   * The laws that a statute ends as a whole, by key, each with the article that says so. A single
   * article of another law that is ended is not told apart and ends nothing here.
   */
  public static Map<String, String> repeals(StatuteText statute) {
    Map<String, String> ended = new LinkedHashMap<>();
    for (ArticleText article : statute.articles()) {
      if (article.text().contains("废止") || article.text().contains("失效")) {
        for (String sentence : article.text().split("[。；;\n]")) {
          repeals(sentence, statute.law() + article.number(), ended);
        }
      }
    }
    ended.remove(statute.key());
    return ended;
  }

  private static void repeals(String sentence, String basis, Map<String, String> ended) {
    Matcher end = END.matcher(sentence);
    if (!end.find()) {
      return;
    }
    Matcher named = NAMED.matcher(sentence.substring(0, end.end()));
    while (named.find()) {
      if (!named.group(2).equals("第")) {
        ended.putIfAbsent(LawName.key(named.group(1)), basis);
      }
    }
  }
}
