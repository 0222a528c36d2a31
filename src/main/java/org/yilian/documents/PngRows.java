package org.yilian.documents;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a PNG of the plain kind, eight bits and not interlaced, as far as it takes to know that it
 * is whole: every checksum, every row. Turning it into a picture would cost three times as much.
 */
final class PngRows {
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final int HEAD = 8;
  private static final int LAST_FILTER = 4;

  private final ByteBuffer file;
  private final Inflater inflater = new Inflater();
  private final byte[] row;
  private int filled;
  private int rowsLeft;

  private PngRows(ByteBuffer file) {
    this.file = file;
    this.row = new byte[1 + file.getInt(16) * samples(file)];
    this.rowsLeft = file.getInt(20);
  }

  /** Whether this knows the kind; other kinds are for a whole decoder. */
  static boolean know(byte[] png) {
    ByteBuffer file = ByteBuffer.wrap(png);
    return file.get(24) == 8 && samples(file) > 0 && file.get(28) == 0;
  }

  private static int samples(ByteBuffer file) {
    return switch (file.get(25)) {
      case 0 -> 1;
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> 0;
    };
  }

  /**
   * Whether it is whole.
   *
   * @param png one that {@link #know} knows, its size in pixels within bounds
   */
  static boolean whole(byte[] png) {
    PngRows rows = new PngRows(ByteBuffer.wrap(png));
    try {
      return rows.chunks() && rows.rowsLeft == 0 && rows.filled == 0;
    } catch (DataFormatException e) {
      return false;
    } finally {
      rows.inflater.end();
    }
  }

  private boolean chunks() throws DataFormatException {
    int at = HEAD;
    while (file.limit() - at >= 12) {
      int length = file.getInt(at);
      if (length < 0 || length > file.limit() - at - 12 || !intact(at, length)) {
        return false;
      }
      int type = file.getInt(at + 4);
      if (type == IEND) {
        return true;
      }
      if (type == IDAT && !rows(at + 8, length) || type == IHDR && at != HEAD) {
        return false;
      }
      at += 12 + length;
    }
    return false;
  }

  private boolean intact(int at, int length) {
    CRC32 sum = new CRC32();
    sum.update(file.array(), at + 4, length + 4);
    return (int) sum.getValue() == file.getInt(at + 8 + length);
  }

  private boolean rows(int at, int length) throws DataFormatException {
    inflater.setInput(file.array(), at, length);
    while (rowsLeft > 0) {
      int read = inflater.inflate(row, filled, row.length - filled);
      if (read == 0) {
        return inflater.needsInput();
      }
      filled += read;
      if (filled == row.length) {
        if (row[0] < 0 || row[0] > LAST_FILTER) {
          return false;
        }
        filled = 0;
        rowsLeft--;
      }
    }
    return true;
  }
}
