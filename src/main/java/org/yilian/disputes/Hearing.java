package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;

/** Hears words of danger in what is written of a dispute that is in the ledger already. */
public interface Hearing {
  /** In the transaction of whatever was written. */
  Future<Void> heed(SqlClient client, String disputeId, String words);
}
