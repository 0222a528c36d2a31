package org.yilian.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * A search that names an article: 民法典1084, 民法典第1084条, 《民法典》第一千零八十四条, or 第一千零八十四条 of whatever law
 * has so many.
 *
 * @param law what stands before the number, or empty
 */
record NamedArticle(String law, ArticleNumber number) {
  private static final Pattern FIGURES =
      Pattern.compile("^(.*?[\\p{IsHan}）)》])?\\s*([0-9０-９]{1,4})(?:条.{0,6})?()$");
  private static final Pattern WRITTEN =
      Pattern.compile("^(.*?)\\s*" + ArticleNumber.WRITTEN.pattern() + ".{0,6}$");

  /** How people call laws whose names are longer; both as keys. */
  private static final Map<String, String> CALLED =
      Map.ofEntries(
          Map.entry("民诉法", "民事诉讼法"),
          Map.entry("刑诉法", "刑事诉讼法"),
          Map.entry("行诉法", "行政诉讼法"),
          Map.entry("治安处罚法", "治安管理处罚法"),
          Map.entry("治安法", "治安管理处罚法"),
          Map.entry("消法", "消费者权益保护法"),
          Map.entry("消保法", "消费者权益保护法"),
          Map.entry("道交法", "道路交通安全法"),
          Map.entry("交通安全法", "道路交通安全法"),
          Map.entry("调解法", "人民调解法"),
          Map.entry("反家暴法", "反家庭暴力法"),
          Map.entry("未保法", "未成年人保护法"),
          Map.entry("个保法", "个人信息保护法"),
          Map.entry("劳动仲裁法", "劳动争议调解仲裁法"),
          Map.entry("老年人法", "老年人权益保障法"),
          Map.entry("妇女法", "妇女权益保障法"));

  private static final int MOST = 20;

  static Optional<NamedArticle> of(String query) {
    String plain = query.strip();
    for (Pattern pattern : List.of(WRITTEN, FIGURES)) {
      Matcher matcher = pattern.matcher(plain);
      if (matcher.matches()) {
        String law = matcher.group(1) == null ? "" : LawName.key(matcher.group(1));
        return number(matcher).map(number -> new NamedArticle(law, number));
      }
    }
    return Optional.empty();
  }

  private static Optional<ArticleNumber> number(Matcher matcher) {
    String added = matcher.groupCount() > 2 ? matcher.group(3) : null;
    boolean plain = added == null || added.isEmpty();
    return ArticleNumber.parse("第" + matcher.group(2) + "条" + (plain ? "" : "之" + added));
  }

  /** The laws that may be meant, likeliest first; empty where no law is called so. */
  List<String> laws(Shelf shelf) {
    return laws(shelf, law);
  }

  /** The laws that may be meant by a name, as a key. */
  static List<String> laws(Shelf shelf, String law) {
    String called = CALLED.getOrDefault(law, law);
    if (shelf.hasLaw(called)) {
      return List.of(called);
    }
    Optional<String> behind = behindOtherWords(shelf, law);
    if (behind.isPresent()) {
      return List.of(behind.get());
    }
    List<String> like = new ArrayList<>();
    StreamSupport.stream(shelf.lawKeys().spliterator(), false)
        .filter(key -> called.length() > 1 && key.contains(called))
        .sorted(Comparator.comparingInt(String::length).thenComparing(key -> key))
        .limit(MOST)
        .forEach(like::add);
    return like;
  }

  /** The law in 请问民法典: the longest end of the words that is a law's name. */
  private static Optional<String> behindOtherWords(Shelf shelf, String law) {
    return IntStream.range(1, law.length())
        .mapToObj(from -> CALLED.getOrDefault(law.substring(from), law.substring(from)))
        .filter(shelf::hasLaw)
        .findFirst();
  }

  /**
   * Its text in force on a day, of each law that may be meant; without a law, of the codes first.
   */
  List<Integer> entries(Shelf shelf, LocalDate day) {
    Iterable<String> laws = law.isEmpty() ? shelf.lawKeys() : laws(shelf);
    List<Integer> found = new ArrayList<>();
    for (String key : laws) {
      shelf.inForce(new Citation(key, number), day).ifPresent(found::add);
    }
    if (law.isEmpty()) {
      found.sort(
          Comparator.<Integer>comparingInt(entry -> shelf.entry(entry).gist() == null ? 1 : 0)
              .thenComparingInt(entry -> shelf.entry(entry).law().length())
              .thenComparing(entry -> shelf.entry(entry).law()));
    }
    return found.subList(0, Math.min(MOST, found.size()));
  }
}
