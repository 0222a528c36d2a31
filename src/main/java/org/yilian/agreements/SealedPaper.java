package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Objects;
import org.yilian.documents.Rendered;
import org.yilian.documents.Sealed;

/**
 * A paper under its seal. Nobody has its bytes before the book of seals (用印登记) has the use of the
 * key: they are had by entering it alone.
 */
public final class SealedPaper {
  private final SealUseStore store = new SealUseStore();
  private final ArchiveStore archives = new ArchiveStore();
  private final SealUse use;
  private final Sealed sealed;

  SealedPaper(SealUse use, Sealed sealed) {
    this.use = Objects.requireNonNull(use);
    this.sealed = Objects.requireNonNull(sealed);
  }

  /**
   * Enters the use and gives the paper: in the transaction in which it is kept, and where none is
   * kept, before anybody gets it. A paper that is thrown away instead was never a document.
   */
  public Future<Rendered> entered(SqlClient client, Instant at) {
    return store
        .insert(client, use, sealed.paper(), at)
        .compose(done -> archives.insert(client, sealed))
        .map(sealed.paper());
  }
}
