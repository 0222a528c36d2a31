package org.yilian.knowledge.sources;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.knowledge.ArticleNumber;

/**
 * Makes a statute from the lines of a document: a title, days in brackets, chapters, articles that
 * begin with 第…条, and their further paragraphs.
 */
final class LawLines {
  private static final String NUMERAL = "[零〇一二三四五六七八九十百千0-9]{1,12}";
  private static final Pattern ARTICLE =
      Pattern.compile("^(第" + NUMERAL + "条(?:之" + NUMERAL + ")?)[\\s\u3000]+(.*)$", Pattern.DOTALL);
  private static final Pattern BARE = Pattern.compile("^第" + NUMERAL + "条(?:之" + NUMERAL + ")?$");
  private static final Pattern CHAPTER =
      Pattern.compile("^第" + NUMERAL + "(分编|编|章|节)(?:[\\s\u3000].*|$)");
  private static final Pattern DAY =
      Pattern.compile("((?:19|20)\\d\\d)\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日");
  private static final List<String> RANKS = List.of("编", "分编", "章", "节");
  private static final int LONGEST_CHAPTER = 60;

  private final TreeMap<Integer, String> path = new TreeMap<>();
  private final List<ArticleText> articles = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private ArticleNumber number;
  private String heading = "";
  private String title = "";
  private boolean titled;
  private LocalDate latest;

  /** A title or a chapter that the document itself marks as one, however it is worded. */
  void heading(int rank, String line) {
    finishArticle();
    enter(rank, line);
  }

  void title(String line) {
    title = line.strip();
    titled = true;
  }

  void line(String raw) {
    String line = raw.replace('\u00a0', ' ').strip();
    if (line.isEmpty()) {
      return;
    }
    Matcher article = ARTICLE.matcher(line);
    Matcher chapter = CHAPTER.matcher(line);
    if (article.matches() || BARE.matcher(line).matches()) {
      begin(article.matches() ? article.group(1) : line, article.matches() ? article.group(2) : "");
    } else if (chapter.matches() && line.length() <= LONGEST_CHAPTER) {
      heading(RANKS.indexOf(chapter.group(1)), line);
    } else if (number != null) {
      text.append(text.isEmpty() ? "" : "\n").append(line);
    } else if (articles.isEmpty()) {
      preamble(line);
    }
  }

  /** Before the first article: the name, and in brackets the days of passing and of changes. */
  private void preamble(String line) {
    boolean about = line.startsWith("（") || line.startsWith("(") || DAY.matcher(line).find();
    boolean contents = line.replaceAll("[\\s\u3000]", "").equals("目录");
    if (about || contents || !path.isEmpty()) {
      titled = titled || !title.isEmpty();
      remember(line);
    } else if (!titled) {
      title += line;
    }
  }

  private void remember(String line) {
    Matcher day = DAY.matcher(line);
    while (day.find()) {
      date(day)
          .filter(found -> latest == null || found.isAfter(latest))
          .ifPresent(found -> latest = found);
    }
  }

  private static Optional<LocalDate> date(Matcher day) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3))));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private void begin(String numeral, String words) {
    finishArticle();
    number = ArticleNumber.parse(numeral).orElse(null);
    heading = String.join(" ", path.values());
    text.append(words.strip());
  }

  private void enter(int rank, String line) {
    path.tailMap(rank, true).clear();
    path.put(rank, line.replaceAll("[\\s\u3000]+", " ").strip());
  }

  private void finishArticle() {
    if (number != null && !text.isEmpty()) {
      articles.add(new ArticleText(number, heading, text.toString()));
    }
    number = null;
    text.setLength(0);
  }

  /** The days are needed even where they stand in the marked head of a document. */
  Optional<LocalDate> latestDay() {
    return Optional.ofNullable(latest);
  }

  String title() {
    return title;
  }

  List<ArticleText> articles() {
    finishArticle();
    return articles;
  }
}
