package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.yilian.disputes.DisputeStatus;
import org.yilian.disputes.Ledger;

/** Moves the dispute along with its agreement, where the ledger's own table allows the step. */
final class DisputeSteps {
  private final Ledger ledger;

  DisputeSteps(Ledger ledger) {
    this.ledger = ledger;
  }

  Future<Void> move(SqlClient client, Access.Seen seen, DisputeStatus to) {
    String id = seen.agreement().disputeId();
    return ledger
        .lock(client, id)
        .compose(
            dispute ->
                dispute.status().mayBecome(to)
                    ? ledger.move(client, id, to)
                    : Future.succeededFuture());
  }
}
