package org.yilian.ledger;

import io.vertx.sqlclient.SqlClient;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Standing;
import org.yilian.kernel.Refusal;

/** A dispute, and who looks at it; locked where it is for a change. */
record Case(SqlClient client, Dispute dispute, Standing standing, Actor by) {
  String disputeId() {
    return dispute.id();
  }

  /** As it stands after a change. */
  Case as(Standing next) {
    return new Case(client, dispute, next, by);
  }

  void requireOpen() {
    if (dispute.status().over()) {
      throw Refusal.conflict("wrong-state", "这件纠纷已经办结、并案或不再处理，不能再改。");
    }
  }
}
