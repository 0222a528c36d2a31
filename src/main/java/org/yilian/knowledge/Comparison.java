package org.yilian.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yilian.knowledge.sources.ArticleText;

/**
 * A collection held against what is there: what an import of it would do, and does.
 *
 * @param added versions that are new
 * @param changed versions whose text is another
 * @param unchanged versions that are there to the letter
 * @param ended what would end that does not yet, or at another time
 * @param leftOut what the source holds that is not taken, a sentence each
 */
record Comparison(
    List<IncomingStatute> added,
    List<Changed> changed,
    int unchanged,
    List<Ended> ended,
    List<String> leftOut) {

  /**
   * A version that gets another text.
   *
   * @param before the id of the one that it takes the place of
   */
  record Changed(long before, IncomingStatute now, List<Difference> differences) {
    static Changed of(long before, Map<ArticleNumber, String> texts, IncomingStatute now) {
      List<Difference> differences = new ArrayList<>();
      Map<ArticleNumber, String> gone = new HashMap<>(texts);
      for (ArticleText article : now.text().articles()) {
        String old = gone.remove(article.number());
        if (!Objects.equals(old, article.text())) {
          differences.add(new Difference(article.number(), old, article.text()));
        }
      }
      gone.keySet().stream()
          .sorted()
          .forEach(number -> differences.add(new Difference(number, gone.get(number), null)));
      return new Changed(before, now, List.copyOf(differences));
    }

    private long count(Kind kind) {
      return differences.stream().filter(one -> one.kind() == kind).count();
    }

    /** Such as 《甲法》（2020-01-01）：新增 1 条，改动 1 条，减少 0 条. */
    String told() {
      return "%s：新增 %d 条，改动 %d 条，减少 %d 条"
          .formatted(now.shown(), count(Kind.ADDED), count(Kind.CHANGED), count(Kind.REMOVED));
    }
  }

  /** What happens to an article. */
  enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /** One article before and after; null where it is not there. */
  record Difference(ArticleNumber number, String before, String now) {
    Kind kind() {
      return before == null ? Kind.ADDED : now == null ? Kind.REMOVED : Kind.CHANGED;
    }
  }

  /** A version that ends. */
  record Ended(String law, LocalDate published, End end) {}

  /** How many statutes are to be written. */
  int writes() {
    return added.size() + changed.size();
  }

  int newArticles() {
    return added.stream().mapToInt(one -> one.text().articles().size()).sum()
        + changed.stream().mapToInt(one -> one.now().text().articles().size()).sum();
  }
}
