package org.yilian.exports;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that is written file by file and taken away in pieces, so that it is never held whole. */
final class ExportZip {
  /** Every piece but the last has as many bytes. */
  static final int PIECE = 1 << 20;

  private final Kept kept = new Kept();
  private final ZipOutputStream zip = new ZipOutputStream(kept);

  /** What was written and not yet taken away. */
  private static final class Kept extends ByteArrayOutputStream {
    List<Buffer> pieces() {
      List<Buffer> pieces = new ArrayList<>();
      int from = 0;
      for (; count - from >= PIECE; from += PIECE) {
        pieces.add(Buffer.buffer(Arrays.copyOfRange(buf, from, from + PIECE)));
      }
      byte[] rest = Arrays.copyOfRange(buf, from, count);
      reset();
      writeBytes(rest);
      return pieces;
    }
  }

  /** Adds a file as it is, since a PDF is packed already; gives the pieces that are full. */
  List<Buffer> add(String name, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    try {
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return kept.pieces();
  }

  /** Closes the zip; gives all that is left, the last piece shorter than the others. */
  List<Buffer> end() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Buffer> pieces = kept.pieces();
    if (kept.size() > 0) {
      pieces.add(Buffer.buffer(kept.toByteArray()));
    }
    return pieces;
  }
}
