package org.yilian.answers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yilian.knowledge.Article;
import org.yilian.knowledge.Citation;
import org.yilian.knowledge.Gist;
import org.yilian.knowledge.Knowledge;

/** Articles for an answer, each of which exists: from the digest, and to the letter if imported. */
final class CitedArticles {
  private final Knowledge knowledge;

  CitedArticles(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Those of these names that can be shown, in their order. */
  List<CitedArticle> named(List<String> names, LocalDate day) {
    return names.stream()
        .flatMap(name -> Citation.parse(name).stream())
        .filter(citation -> !knowledge.ended(citation, day))
        .flatMap(citation -> cited(citation, day).stream())
        .toList();
  }

  private Optional<CitedArticle> cited(Citation citation, LocalDate day) {
    Optional<Gist> gist = knowledge.digest().gist(citation);
    Optional<Article> article = knowledge.article(citation, day);
    return Stream.concat(gist.map(Gist::law).stream(), article.map(Article::law).stream())
        .findFirst()
        .map(law -> new CitedArticle(law, citation.number(), gist, article));
  }
}
