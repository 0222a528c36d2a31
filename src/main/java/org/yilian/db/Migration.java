package org.yilian.db;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yilian.kernel.Hash;

/** One numbered step of the schema. Once released and applied it never changes. */
record Migration(int number, String name, String sql) {
  private static final Pattern FILE = Pattern.compile("(\\d{3})_([a-z0-9_]+)\\.sql");

  Migration {
    Objects.requireNonNull(name);
    Objects.requireNonNull(sql);
  }

  /** From a file named {@code NNN_name.sql}. */
  static Migration of(String fileName, String sql) {
    Matcher parts = FILE.matcher(fileName);
    if (!parts.matches()) {
      throw new DatabaseFault("not a migration's name (NNN_name.sql): " + fileName);
    }
    return new Migration(Integer.parseInt(parts.group(1)), parts.group(2), sql);
  }

  /** Over the text with LF line ends, so that a checkout on another system does not differ. */
  String checksum() {
    return Hash.of(sql.replace("\r\n", "\n")).value();
  }

  @Override
  public String toString() {
    return "%03d_%s".formatted(number, name);
  }
}
