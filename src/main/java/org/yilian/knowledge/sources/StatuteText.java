package org.yilian.knowledge.sources;

import java.time.LocalDate;
import java.util.List;
import org.yilian.kernel.Hash;
import org.yilian.knowledge.LawName;

/**
 * One version of one statute as a source has it.
 *
 * @param law its name without 中华人民共和国
 * @param published the day that the source gives, or null
 * @param source the file, for people
 */
public record StatuteText(
    String law, String category, LocalDate published, List<ArticleText> articles, String source) {
  private static final String UNIT = "\u001f";
  private static final String RECORD = "\u001e";

  public StatuteText {
    articles = List.copyOf(articles);
  }

  public String key() {
    return LawName.key(law);
  }

  /** The same for the same articles, wherever they came from. */
  public String print() {
    StringBuilder all = new StringBuilder();
    for (ArticleText article : articles) {
      all.append(article.number()).append(UNIT).append(article.heading()).append(UNIT);
      all.append(article.text()).append(RECORD);
    }
    return Hash.of(all.toString()).hex();
  }
}
