package org.yilian.disputes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** The eighteen characters of a resident identity number: region, birth date, order, check. */
final class ResidentId {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final LocalDate EARLIEST = LocalDate.of(1880, 1, 1);

  private ResidentId() {}

  /** Whether form, birth date and check character agree. */
  static boolean valid(String number, LocalDate today) {
    return number.matches("[1-9]\\d{16}[\\dX]")
        && birthDate(number)
            .filter(born -> !born.isAfter(today) && !born.isBefore(EARLIEST))
            .isPresent()
        && check(number) == number.charAt(17);
  }

  /** The birth date the number states, empty if that is no date. */
  static Optional<LocalDate> birthDate(String number) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(number.substring(6, 10)),
              Integer.parseInt(number.substring(10, 12)),
              Integer.parseInt(number.substring(12, 14))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static char check(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11);
  }
}
