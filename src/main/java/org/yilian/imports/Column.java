package org.yilian.imports;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.yilian.kernel.Field;

/**
 * A column of a spreadsheet.
 *
 * @param heading as it stands above the column
 * @param field where its value goes, such as {@code parties[0].phone}
 * @param words what may stand in it, with what is meant; empty for any text
 */
record Column(String heading, String field, Kind kind, boolean needed, Map<String, String> words) {
  private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
  private static final int LAST_SERIAL = 110_000;

  /** What stands in a cell. */
  enum Kind {
    TEXT,
    WORD,
    DAY,
    NUMBER,
    YUAN,
    FLAG
  }

  static Column text(String heading, String field) {
    return new Column(heading, field, Kind.TEXT, false, Map.of());
  }

  static Column of(String heading, String field, Kind kind) {
    return new Column(heading, field, kind, false, Map.of());
  }

  static Column word(String heading, String field, Map<String, String> words) {
    return new Column(heading, field, Kind.WORD, false, words);
  }

  Column always() {
    return new Column(heading, field, kind, true, words);
  }

  /** Puts what the cell says into the row, or tells what is wrong with it. */
  Optional<Field> put(JsonObject row, String cell) {
    try {
      Paths.put(row, field, value(cell));
      return Optional.empty();
    } catch (NumberFormatException | ArithmeticException | DateTimeParseException e) {
      return Optional.of(new Field(field, wrong()));
    }
  }

  private Object value(String cell) {
    return switch (kind) {
      case TEXT -> cell;
      case WORD -> word(cell);
      case DAY -> day(cell).toString();
      case NUMBER -> new BigDecimal(cell).longValueExact();
      case YUAN -> new BigDecimal(cell.replace(",", "")).movePointRight(2).longValueExact();
      case FLAG -> Boolean.valueOf(word(cell));
    };
  }

  private String word(String cell) {
    String meant = words.get(cell);
    if (meant == null) {
      throw new NumberFormatException(cell);
    }
    return meant;
  }

  /** A date as a spreadsheet counts days, or as people write them. */
  private static LocalDate day(String cell) {
    if (cell.matches("\\d{1,6}(\\.\\d+)?")) {
      int serial = new BigDecimal(cell).intValue();
      if (serial < 1 || serial > LAST_SERIAL) {
        throw new NumberFormatException(cell);
      }
      return FIRST_DAY.plusDays(serial);
    }
    String[] parts = cell.replaceFirst("日.*| .*", "").split("[-/.年月]");
    if (parts.length != 3) {
      throw new NumberFormatException(cell);
    }
    return LocalDate.parse(
        "%04d-%02d-%02d"
            .formatted(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2])));
  }

  private String wrong() {
    return switch (kind) {
      case DAY -> "日期应写作 2026-08-27 这样。";
      case NUMBER -> "应为整数。";
      case YUAN -> "应为金额，单位元，最多两位小数。";
      default -> "应为以下之一：" + String.join("、", words.keySet().stream().sorted().toList()) + "。";
    };
  }
}
