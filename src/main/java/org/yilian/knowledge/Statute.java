package org.yilian.knowledge;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One version of a law, an interpretation or a regulation.
 *
 * @param id of this version, until an import gives it another text
 * @param law its name without 中华人民共和国, such as 民法典
 * @param published the day that its source gives, of publication or of the latest change, or null
 * @param effectiveFrom the first day on which it applies
 * @param stated whether its own text says that day; else it is the day of publication
 * @param effectiveTo the first day on which it applies no longer, or null
 * @param repealedBy what ended it, such as 生态环境法典第一千二百四十二条, or null
 */
public record Statute(
    long id,
    String law,
    String category,
    LocalDate published,
    LocalDate effectiveFrom,
    boolean stated,
    LocalDate effectiveTo,
    String repealedBy) {

  public Statute {
    Objects.requireNonNull(law);
    Objects.requireNonNull(category);
    Objects.requireNonNull(effectiveFrom);
  }

  /** Its end, or null. */
  End end() {
    return effectiveTo == null ? null : new End(effectiveTo, repealedBy == null ? "" : repealedBy);
  }

  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || day.isBefore(effectiveTo));
  }
}
