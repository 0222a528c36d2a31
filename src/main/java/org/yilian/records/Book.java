package org.yilian.records;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The books that a host's clerk keeps, one series for each year. */
enum Book {
  /** Every number that was given out, also to what never became effective. */
  NUMBERS,
  /** What was sealed, by whom, and whether within a working day of the last signature. */
  SEALS,
  SERVICES,
  PRINTS,
  /** Whose archive was renewed, or could not be and still is not. */
  ARCHIVES;

  /** The book of that name in an address, such as {@code seals}. */
  static Optional<Book> named(String name) {
    return Stream.of(values())
        .filter(book -> book.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
