package org.yilian.knowledge.sources;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.yilian.knowledge.ArticleNumber;
import org.yilian.knowledge.LawName;

/**
 * Gathers articles from wherever they stand into statutes. The same article twice is taken once;
 * two different texts for one article leave their statute out, and are told.
 */
final class Collection {
  private record Version(String key, LocalDate published) {}

  private static final class Gathered {
    final String law;
    final String category;
    final String source;
    final Map<ArticleNumber, ArticleText> articles = new LinkedHashMap<>();
    final Map<ArticleNumber, String> sources = new TreeMap<>();
    String conflict;

    Gathered(String law, String category, String source) {
      this.law = law;
      this.category = category;
      this.source = source;
    }
  }

  private static final String STATE = "中华人民共和国";

  private final Map<Version, Gathered> versions = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private int repeated;

  void add(StatuteText statute) {
    statute.articles().forEach(article -> add(statute, article));
  }

  private void add(StatuteText statute, ArticleText article) {
    Gathered gathered =
        versions.computeIfAbsent(
            new Version(statute.key(), statute.published()),
            version -> new Gathered(shown(statute.law()), statute.category(), statute.source()));
    ArticleText before = gathered.articles.putIfAbsent(article.number(), article);
    String first = gathered.sources.putIfAbsent(article.number(), statute.source());
    if (before == null) {
      return;
    }
    if (Objects.equals(before.text(), article.text())) {
      repeated++;
    } else if (gathered.conflict == null) {
      gathered.conflict =
          "《%s》%s有两处不同的文字（%s；%s），这部法律没有导入，请先核对"
              .formatted(gathered.law, article.number(), first, statute.source());
    }
  }

  private static String shown(String law) {
    return law.startsWith(STATE) && law.length() > STATE.length()
        ? law.substring(STATE.length())
        : law;
  }

  void leaveOut(String why) {
    leftOut.add(why);
  }

  Reading done() {
    List<StatuteText> statutes = new ArrayList<>();
    versions.forEach(
        (version, gathered) -> {
          if (gathered.conflict == null) {
            statutes.add(statute(version, gathered));
          } else {
            leftOut.add(gathered.conflict);
          }
        });
    return new Reading(statutes, leftOut, repeated);
  }

  private static StatuteText statute(Version version, Gathered gathered) {
    return new StatuteText(
        gathered.law,
        gathered.category,
        version.published(),
        List.copyOf(gathered.articles.values()),
        gathered.source);
  }

  /** A law name that can be one: not blank, not longer than any. */
  static boolean plausible(String law) {
    return law != null && !law.isBlank() && law.length() <= 200 && !LawName.key(law).isEmpty();
  }
}
