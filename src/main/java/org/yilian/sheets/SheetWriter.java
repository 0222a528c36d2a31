package org.yilian.sheets;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yilian.calendar.WorkingDays;
import org.yilian.kernel.Csv;

/**
 * Writes a workbook of one sheet row by row; what is written is handed on at once. It never writes
 * a formula, and what a spreadsheet would take for one stays text, also when somebody saves it as
 * CSV later. Its methods block for as long as it takes to write: not for an event loop with many
 * rows.
 */
public final class SheetWriter implements AutoCloseable {
  private static final int FLUSH_EVERY = 500;
  private static final double WIDTH = 16;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Workbook workbook = new Workbook(out, "Yilian", "1.0");
  private final Worksheet sheet;
  private int rows;
  private boolean closed;

  /**
   * Begins with a heading that stays in sight.
   *
   * @param name of the sheet, at most 31 characters
   */
  public SheetWriter(String name, String... heading) {
    sheet = workbook.newWorksheet(name);
    sheet.freezePane(0, 1);
    for (int i = 0; i < heading.length; i++) {
      sheet.width(i, WIDTH);
    }
    row((Object[]) heading);
  }

  /** Texts, numbers, days, moments in Asia/Shanghai, and null for an empty cell. */
  public void row(Object... values) {
    for (int i = 0; i < values.length; i++) {
      put(i, values[i]);
    }
    rows++;
    if (rows % FLUSH_EVERY == 0) {
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void put(int column, Object value) {
    if (value instanceof Number) {
      sheet.value(rows, column, (Number) value);
    } else if (value instanceof LocalDate) {
      sheet.value(rows, column, (LocalDate) value);
      sheet.style(rows, column).format("yyyy-mm-dd").set();
    } else if (value instanceof Instant) {
      sheet.value(rows, column, ((Instant) value).atZone(WorkingDays.ZONE).toLocalDateTime());
      sheet.style(rows, column).format("yyyy-mm-dd hh:mm").set();
    } else if (value != null) {
      sheet.inlineString(rows, column, Csv.safe(value.toString()));
    }
  }

  /** Ends the workbook. */
  public Buffer finish() {
    close();
    return Buffer.buffer(out.toByteArray());
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
