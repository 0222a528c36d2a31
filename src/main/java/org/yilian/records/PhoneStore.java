package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Who hosts an agreement, and as what somebody sits at it. */
final class PhoneStore {
  Future<String> host(SqlClient client, String agreementId) {
    return client
        .preparedQuery("select host_organisation_id from agreements where id = $1")
        .execute(Tuple.of(agreementId))
        .map(rows -> rows.iterator().next().getString("host_organisation_id"));
  }

  /** Whether this principal represents a party, and is none itself. */
  Future<Boolean> representative(SqlClient client, String agreementId, String principalId) {
    return client
        .preparedQuery(
            """
            select m.representative_id is not null as represents
            from agreements a join members m on m.room_id = a.room_id
            where a.id = $1 and m.principal_id = $2 and m.ended_at is null
            """)
        .execute(Tuple.of(agreementId, principalId))
        .map(rows -> rows.size() > 0 && rows.iterator().next().getBoolean("represents"));
  }
}
