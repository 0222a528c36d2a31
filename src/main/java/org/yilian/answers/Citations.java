package org.yilian.answers;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.knowledge.ArticleNumber;
import org.yilian.knowledge.Gist;
import org.yilian.knowledge.Hit;
import org.yilian.knowledge.Knowledge;

/** Articles for an answer, each of which exists: from the digest, and to the letter if imported. */
final class Citations {
  private static final Pattern NAME = Pattern.compile("(.+?)(第[^第条]+条(?:之.+)?)");

  private final Knowledge knowledge;

  Citations(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** Those of these names that can be shown, in their order. */
  Future<List<Citation>> named(List<String> names, LocalDate day) {
    Future<List<Citation>> all = Future.succeededFuture(new ArrayList<>());
    for (String name : names) {
      all =
          all.compose(
              found ->
                  named(name, day)
                      .map(
                          one -> {
                            one.ifPresent(found::add);
                            return found;
                          }));
    }
    return all;
  }

  private Future<Optional<Citation>> named(String name, LocalDate day) {
    Matcher parts = NAME.matcher(name);
    Optional<ArticleNumber> number =
        parts.matches() ? ArticleNumber.parse(parts.group(2)) : Optional.empty();
    if (number.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    String law = parts.group(1);
    Optional<Gist> gist = knowledge.digest().gist(law, number.get());
    return knowledge
        .article(law, number.get(), day)
        .map(
            article ->
                gist.isEmpty() && article.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Citation(law, number.get(), gist, article)));
  }

  static Citation of(Hit hit) {
    return new Citation(hit.law(), hit.number(), hit.gist(), hit.article());
  }
}
