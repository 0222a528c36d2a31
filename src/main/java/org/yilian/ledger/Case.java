package org.yilian.ledger;

import io.vertx.sqlclient.SqlClient;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Standing;

/** A dispute that is locked for one change, and who makes it. */
record Case(SqlClient client, Dispute dispute, Standing standing, Actor by) {
  String disputeId() {
    return dispute.id();
  }

  Case with(Standing other) {
    return new Case(client, dispute, other, by);
  }
}
