package org.yilian.records;

import io.vertx.core.Future;
import java.util.Optional;
import org.yilian.db.Database;
import org.yilian.documents.Documents;
import org.yilian.kernel.Hash;

/**
 * Holds what stands on the pages of a sealed document against the text that was signed, as the
 * record has it now: a seal tells only that the file is as it was sealed.
 */
public final class KnownDocuments {
  private final KnownDocumentStore store = new KnownDocumentStore();
  private final Database database;
  private final Documents documents;

  public KnownDocuments(Database database, Documents documents) {
    this.database = database;
    this.documents = documents;
  }

  /** What the record says of a document. */
  public enum Match {
    /** The signed text stands on its pages, word for word. */
    SAME,
    /** The record has another text, or the text has another hash than was signed. */
    DIFFERENT,
    /** The record does not have this file. */
    UNKNOWN
  }

  /**
   * Compares.
   *
   * @param file one whose seal was found good: no stranger's file is parsed
   */
  public Future<Match> compare(Hash sha256, byte[] file) {
    return store.find(database.pool(), sha256).compose(found -> compare(found, file));
  }

  private Future<Match> compare(Optional<KnownDocumentStore.Signed> found, byte[] file) {
    if (found.isEmpty()) {
      return Future.succeededFuture(Match.UNKNOWN);
    }
    KnownDocumentStore.Signed signed = found.get();
    if (!Hash.of(signed.text()).value().equals(signed.textHash())) {
      return Future.succeededFuture(Match.DIFFERENT);
    }
    return documents.shows(file, signed.text()).map(shown -> shown ? Match.SAME : Match.DIFFERENT);
  }
}
