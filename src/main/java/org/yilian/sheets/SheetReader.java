package org.yilian.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of a workbook row by row. Its methods block. A file that unpacks to more
 * than it should is refused before anything of it is read.
 */
public final class SheetReader implements AutoCloseable {
  private static final long MOST_UNPACKED = 400L << 20;
  private static final int MOST_COLUMNS = 60;
  private static final int LONGEST_CELL = 5000;

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;

  private SheetReader(ReadableWorkbook workbook) throws IOException {
    this.workbook = workbook;
    this.stream = workbook.getFirstSheet().openStream();
    this.rows = stream.iterator();
  }

  /**
   * Opens a workbook. It is read from a file whose name is gone before the first row is read, so
   * that no crash leaves it behind.
   *
   * @throws Unreadable if it is no such workbook
   */
  public static SheetReader open(byte[] bytes) throws IOException, Unreadable {
    Path file = Files.createTempFile("yilian-sheet", ".xlsx");
    try {
      Files.write(file, bytes);
      checkSize(file);
      return opened(file);
    } finally {
      Files.delete(file);
    }
  }

  private static SheetReader opened(Path file) throws Unreadable {
    try {
      return new SheetReader(new ReadableWorkbook(file.toFile()));
    } catch (IOException | RuntimeException e) {
      throw new Unreadable("这个文件不是能读取的 xlsx 表格，请用 Excel 或 WPS 另存为 .xlsx 后再传。");
    }
  }

  /** What the archive says of its own sizes is not believed: it is counted. */
  private static void checkSize(Path file) throws Unreadable {
    byte[] piece = new byte[1 << 16];
    long unpacked = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        try (InputStream in = zip.getInputStream(all.nextElement())) {
          for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            unpacked += n;
            if (unpacked > MOST_UNPACKED) {
              throw new Unreadable("表格解开后太大，请分成几个文件。");
            }
          }
        }
      }
    } catch (IOException e) {
      throw new Unreadable("这个文件不是 xlsx 表格，请用 Excel 或 WPS 另存为 .xlsx 后再传。");
    }
  }

  /**
   * The next rows that have something in them, at most so many; none at the end.
   *
   * @throws Unreadable if the sheet breaks off
   */
  public List<SheetRow> next(int most) throws Unreadable {
    List<SheetRow> found = new ArrayList<>();
    try {
      while (found.size() < most && rows.hasNext()) {
        SheetRow row = row(rows.next());
        if (!row.empty()) {
          found.add(row);
        }
      }
    } catch (RuntimeException e) {
      throw new Unreadable("表格在中途读不下去了，文件可能已损坏。");
    }
    return found;
  }

  private static SheetRow row(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_COLUMNS, row.getCellCount()); i++) {
      cells.add(text(row.getCell(i)));
    }
    return new SheetRow(row.getRowNum(), Collections.unmodifiableList(cells));
  }

  /** A formula counts as what it last came to; it is never worked out here. */
  private static String text(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
      return null;
    }
    String text =
        cell.getType() == CellType.NUMBER ? plain(cell.asNumber()) : String.valueOf(cell.getText());
    String stripped = text.strip();
    return stripped.isEmpty()
        ? null
        : stripped.substring(0, Math.min(LONGEST_CELL, stripped.length()));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
