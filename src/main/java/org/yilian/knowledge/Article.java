package org.yilian.knowledge;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One article of an imported statute, to the letter.
 *
 * @param heading the chapters that it stands under, such as 第四章 离婚, or empty
 * @param text paragraphs with line breaks between them, exactly as imported
 */
public record Article(Statute statute, ArticleNumber number, String heading, String text) {
  public Article {
    Objects.requireNonNull(statute);
    Objects.requireNonNull(number);
    Objects.requireNonNull(heading);
    Objects.requireNonNull(text);
  }

  public String law() {
    return statute.law();
  }

  public LocalDate effectiveFrom() {
    return statute.effectiveFrom();
  }

  /** The first day on which it applies no longer, or null. */
  public LocalDate effectiveTo() {
    return statute.effectiveTo();
  }

  /** What ended it, or null. */
  public String repealedBy() {
    return statute.repealedBy();
  }
}
