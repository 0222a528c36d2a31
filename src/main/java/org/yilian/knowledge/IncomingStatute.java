package org.yilian.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilian.knowledge.sources.Reading;
import org.yilian.knowledge.sources.StatuteText;
import org.yilian.knowledge.sources.Terms;

/**
 * A version on its way in, with what costs time to work out.
 *
 * @param print the same for the same articles
 * @param stated the day from which its text says that it applies, or null
 * @param repeals the laws that it ends, by key, with the article that says so
 */
record IncomingStatute(
    StatuteText text, String print, LocalDate stated, Map<String, String> repeals) {

  /** All that were read. Takes seconds: not for an event loop. */
  static List<IncomingStatute> of(Reading reading) {
    return reading.statutes().stream().map(IncomingStatute::of).toList();
  }

  private static IncomingStatute of(StatuteText text) {
    return new IncomingStatute(
        text, text.print(), Terms.force(text.articles()).orElse(null), Terms.repeals(text));
  }

  String key() {
    return text.key();
  }

  LocalDate published() {
    return text.published();
  }

  /** From when it applies. */
  LocalDate from() {
    return version(0).from();
  }

  Validity.Version version(long id) {
    return new Validity.Version(id, text.law(), text.published(), stated);
  }

  /** Such as 《甲法》（2020-01-01）. */
  String shown() {
    return "《%s》%s"
        .formatted(
            text.law(),
            Optional.ofNullable(text.published()).map(day -> "（" + day + "）").orElse(""));
  }
}
