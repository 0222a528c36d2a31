package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Concerns;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;

/** The bytes of the papers that are kept. */
final class Originals {
  private final Database database;
  private final Concerns concerns;
  private final StoredFiles files;

  Originals(Database database, Concerns concerns, StoredFiles files) {
    this.database = database;
    this.concerns = concerns;
    this.files = files;
  }

  Future<byte[]> agreement(Concern concern) {
    return concerns.document(database.pool(), concern).map(Buffer::getBytes);
  }

  Future<byte[]> file(String id) {
    return files.bytes(database.pool(), id).map(Buffer::getBytes);
  }
}
