package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.yilian.db.Times;

/** What has to be known before a link goes to somebody else's phone. */
final class ReadingLinkStore {

  /** Whether an agreement that this organisation hosts is sealed; empty for every other. */
  Future<Optional<Boolean>> sealed(SqlClient client, String agreementId, String host) {
    return client
        .preparedQuery(
            """
            select document_file_id is not null as sealed from agreements
            where id = $1 and host_organisation_id = $2 and status <> 'DRAFT'
            """)
        .execute(Tuple.of(agreementId, host))
        .map(rows -> rows.stream().map(row -> row.getBoolean("sealed")).findFirst());
  }

  /**
   * Whether the party itself sits in the room of the agreement: only whoever sits there reads. The
   * rows of its links are locked, so that two at once are counted one after the other.
   */
  Future<Boolean> seated(SqlClient client, String agreementId, String partyId) {
    return client
        .preparedQuery(
            """
            select m.id from agreements a join members m on m.room_id = a.room_id
            where a.id = $1 and m.principal_id = $2 and m.party_id = $2 and m.ended_at is null
            for update of m
            """)
        .execute(Tuple.of(agreementId, partyId))
        .map(rows -> rows.size() > 0);
  }

  /** How many links others have sent to this phone since then. */
  Future<Integer> sentByStaffSince(SqlClient client, String partyId, Instant since) {
    return client
        .preparedQuery(
            """
            select count(*)::int as sent from document_links
            where principal_id = $1 and made_at > $2 and sent_by is not null
            """)
        .execute(Tuple.of(partyId, Times.utc(since)))
        .map(rows -> rows.iterator().next().getInteger("sent"));
  }
}
