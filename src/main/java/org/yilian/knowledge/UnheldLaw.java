package org.yilian.knowledge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The law that a search names and that is not held: in 《》, or before the number of an article.
 * Whoever asked for it is told so, whatever else is found by his words.
 */
final class UnheldLaw {
  private static final Pattern QUOTED = Pattern.compile("《([^《》]{2,60})》");
  private static final Pattern CALLED_A_LAW = Pattern.compile(".+(?:法|法典|条例|规定|办法|解释|决定|规则|细则)");

  private UnheldLaw() {}

  static Optional<String> in(String query, Shelf shelf) {
    Matcher quoted = QUOTED.matcher(query);
    Optional<String> name =
        quoted.find()
            ? Optional.of(quoted.group(1))
            : NamedArticle.of(query)
                .map(NamedArticle::law)
                .filter(law -> CALLED_A_LAW.matcher(law).matches());
    return name.filter(one -> NamedArticle.laws(shelf, LawName.key(one)).isEmpty());
  }
}
