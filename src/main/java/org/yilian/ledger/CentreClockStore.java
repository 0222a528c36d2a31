package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.yilian.db.Times;

/** Until when the centres to which disputes were raised have to act. */
final class CentreClockStore {
  /** Begins, and makes the dispute overdue by then: whichever clock ends first is the one told. */
  Future<Void> begin(SqlClient client, String disputeId, Instant due) {
    String sql =
        """
        update disputes set centre_due_at = $2, centre_late_at = null, due_at = least(due_at, $2)
        where id = $1
        """;
    return client.preparedQuery(sql).execute(Tuple.of(disputeId, Times.utc(due))).mapEmpty();
  }

  /** The centre has acted: what runs from now on is the lead's own clock. */
  Future<Void> end(SqlClient client, String disputeId) {
    String sql =
        """
        update disputes set centre_due_at = null, centre_late_at = null, due_at = (%s)
        where id = $1 and centre_due_at is not null
        """
            .formatted(AssignmentStore.LEAD_RUNS_OUT_AT);
    return client.preparedQuery(sql).execute(Tuple.of(disputeId)).mapEmpty();
  }

  /** The next that has run out, marked as seen to; others are left to other nodes. */
  Future<Optional<String>> takeOverdue(SqlClient client, Instant now) {
    String sql =
        """
        update disputes set centre_late_at = $1 where id = (
          select id from disputes where centre_due_at < $1 and centre_late_at is null
          limit 1 for update skip locked)
        returning id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(Times.utc(now)))
        .map(rows -> rows.stream().findFirst().map(row -> row.getString("id")));
  }
}
