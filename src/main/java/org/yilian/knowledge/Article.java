package org.yilian.knowledge;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One article of an imported statute, to the letter.
 *
 * @param heading the chapters that it stands under, such as 第四章 离婚, or empty
 * @param text paragraphs with line breaks between them, exactly as imported
 * @param own its end where it was ended apart from its statute, or null
 */
public record Article(Statute statute, ArticleNumber number, String heading, String text, End own) {
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

  public ArticleId id() {
    return new ArticleId(statute.id(), number);
  }

  /** The first day on which it applies no longer, or null. */
  public LocalDate effectiveTo() {
    End end = end();
    return end == null ? null : end.day();
  }

  /** What ended it, or null. */
  public String repealedBy() {
    End end = end();
    return end == null ? null : end.by();
  }

  public boolean inForceOn(LocalDate day) {
    return statute.inForceOn(day) && (own == null || day.isBefore(own.day()));
  }

  private End end() {
    return End.earlier(own, statute.end());
  }
}
