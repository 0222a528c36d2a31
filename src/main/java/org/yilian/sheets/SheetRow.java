package org.yilian.sheets;

import java.util.List;

/**
 * A row of a spreadsheet.
 *
 * @param number as the spreadsheet shows it, from 1
 * @param cells the texts of the cells, null for an empty one; a number stands without an exponent
 */
public record SheetRow(int number, List<String> cells) {
  /** The text of a column, or null. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : null;
  }

  public boolean empty() {
    return cells.stream().allMatch(cell -> cell == null);
  }
}
