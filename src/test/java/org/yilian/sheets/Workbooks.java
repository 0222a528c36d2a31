package org.yilian.sheets;

import java.util.ArrayList;
import java.util.List;

/** Workbooks as tests make and read them. */
public final class Workbooks {
  private Workbooks() {}

  /** Every row with something in it, the heading first. */
  public static List<SheetRow> rows(byte[] workbook) {
    List<SheetRow> rows = new ArrayList<>();
    try (SheetReader reader = SheetReader.open(workbook)) {
      for (List<SheetRow> next = reader.next(500); !next.isEmpty(); next = reader.next(500)) {
        rows.addAll(next);
      }
      return rows;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** A workbook of these rows. */
  public static byte[] of(String[] headings, List<Object[]> rows) {
    try (SheetWriter sheet = new SheetWriter("导入", headings)) {
      rows.forEach(sheet::row);
      return sheet.finish().getBytes();
    }
  }
}
