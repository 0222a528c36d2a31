package org.yilian.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What a template's field holds, and the Java type its value comes in. */
public enum FieldKind {
  /** One line of text. */
  TEXT(String.class),
  /** The name of a person or an organisation: always set in one font. */
  NAME(String.class),
  /** Text of many lines, kept to the letter. */
  LINES(String.class),
  /** A day without a time, shown in Chinese. */
  DAY(LocalDate.class),
  /** A moment, shown in Asia/Shanghai. */
  MOMENT(Instant.class),
  FLAG(Boolean.class),
  /** A PNG picture. */
  PICTURE(byte[].class),
  /** A list of records with fields of their own. */
  LIST(List.class);

  private final Class<?> type;

  FieldKind(Class<?> type) {
    this.type = type;
  }

  Class<?> type() {
    return type;
  }

  boolean text() {
    return type == String.class;
  }

  static FieldKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
