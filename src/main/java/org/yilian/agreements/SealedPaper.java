package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Objects;
import org.yilian.documents.Rendered;

/**
 * A paper under its seal. Nobody has its bytes before the book of seals (用印登记) has the use of the
 * key: they are had by entering it alone.
 */
public final class SealedPaper {
  private final SealUseStore store = new SealUseStore();
  private final SealUse use;
  private final Rendered paper;

  SealedPaper(SealUse use, Rendered paper) {
    this.use = Objects.requireNonNull(use);
    this.paper = Objects.requireNonNull(paper);
  }

  /**
   * Enters the use and gives the paper: in the transaction in which it is kept, and where none is
   * kept, before anybody gets it. A paper that is thrown away instead was never a document.
   */
  public Future<Rendered> entered(SqlClient client, Instant at) {
    return store.insert(client, use, paper, at).map(paper);
  }
}
