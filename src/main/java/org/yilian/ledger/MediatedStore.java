package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Who mediates a dispute in a room. */
final class MediatedStore {
  /**
   * Whether the person mediates it.
   *
   * @param hostId the organisation whose clerk the person is, or null
   */
  Future<Boolean> mediates(SqlClient client, String disputeId, String personId, String hostId) {
    String sql =
        """
        select exists (select 1 from rooms r left join members m on m.room_id = r.id
            and m.principal_id = $2 and m.role = 'MEDIATOR' and m.ended_at is null
          where r.dispute_id = $1 and (m.id is not null or r.host_organisation_id = $3)) as yes
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId, personId, hostId))
        .map(rows -> rows.iterator().next().getBoolean("yes"));
  }
}
