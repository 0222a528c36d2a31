package org.yilian.exports;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.kernel.Csv;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Series;
import org.yilian.kernel.Texts;

/** Writes one export: one agreement in memory at a time, and what is full goes to the database. */
final class ExportWriter {
  private static final Texts TEXTS = Texts.of("exports");

  private final ExportItemStore items = new ExportItemStore();
  private final ExportMakingStore store = new ExportMakingStore();
  private final ExportZip zip = new ExportZip();
  private final StringBuilder list = new StringBuilder(Csv.BYTE_ORDER_MARK);
  private final Vertx vertx;
  private final Database database;
  private final StoredFiles files;
  private final Clock clock;
  private final ExportMakingStore.Made made;
  private int pieces;
  private long size;

  ExportWriter(
      Vertx vertx, Database database, StoredFiles files, Clock clock, ExportMakingStore.Made made) {
    this.vertx = vertx;
    this.database = database;
    this.files = files;
    this.clock = clock;
    this.made = made;
    list.append(TEXTS.get("heading")).append("\r\n");
  }

  /** Somebody else makes it, or nobody wants it any more. */
  static final class TakenAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenAway() {
      super("taken away", null, false, false);
    }
  }

  /** The size of the zip. */
  Future<Long> write() {
    return Series.each(1, made.total(), this::take)
        .compose(all -> vertx.executeBlocking(this::end))
        .compose(this::keep)
        .map(kept -> size);
  }

  private List<Buffer> end() {
    byte[] listed = list.toString().getBytes(StandardCharsets.UTF_8);
    List<Buffer> full = new ArrayList<>(zip.add(TEXTS.get("list"), listed));
    full.addAll(zip.end());
    return full;
  }

  private Future<Void> take(int n) {
    return items
        .item(database.pool(), made.id(), n)
        .compose(this::add)
        .compose(added -> store.progress(database.pool(), made, n, clock.instant()))
        .compose(mine -> mine ? Future.succeededFuture() : Future.failedFuture(new TakenAway()));
  }

  private Future<Void> add(ExportItemStore.Item item) {
    return files
        .bytes(database.pool(), item.fileId())
        .compose(bytes -> vertx.executeBlocking(() -> add(item, bytes.getBytes())))
        .compose(this::keep);
  }

  /** What is given away is what was sealed. */
  private List<Buffer> add(ExportItemStore.Item item, byte[] pdf) {
    if (!Hash.of(pdf).value().equals(item.sha256())) {
      throw new IllegalStateException(
          "the document of " + item.number() + " is not what was sealed");
    }
    String name = item.number() + ".pdf";
    list.append(
        Csv.line(
            item.number(), item.effectiveOn(), item.sealedAt(), item.pages(), item.sha256(), name));
    return zip.add(name, pdf);
  }

  private Future<Void> keep(List<Buffer> full) {
    Future<Void> done = Future.succeededFuture();
    for (Buffer piece : full) {
      int n = pieces++;
      size += piece.length();
      done = done.compose(kept -> store.insertPiece(database.pool(), made.id(), n, piece));
    }
    return done;
  }
}
