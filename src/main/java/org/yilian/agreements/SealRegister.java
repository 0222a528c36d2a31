package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/** The register of seals (用印登记), in which every use of an organisation's key is entered. */
public final class SealRegister {
  private final SealUseStore store = new SealUseStore();

  /**
   * Enters a use. Call it in the transaction in which the sealed document is kept, and where none
   * is kept before its bytes are given away.
   */
  public Future<Void> enter(SqlClient client, SealUse use) {
    return store.insert(client, use);
  }
}
