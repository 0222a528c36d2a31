package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Agreements as the log knows them. */
final class SignedAgreementStore {
  /** What an agreement's log tells whoever signed it; what else stands there is for mediators. */
  private static final String[] SHOWN = {
    "agreement-proposed", "agreement-recorded", "agreement-signed", "agreement-sealed"
  };

  /** Those of a room that were put before the parties. */
  Future<List<SignedAgreement>> ofRoom(SqlClient client, String roomId, List<String> signers) {
    return client
        .preparedQuery(
            """
            select a.id, a.number, a.effective_on is not null as sealed,
              coalesce(array_agg(f.seq order by f.seq) filter (where f.seq is not null), '{}')
                as signatures
            from agreements a
            left join facts f on f.scope = 'agreement:' || a.id and f.kind = 'agreement-signed'
              and f.data ->> 'signer' = any($2)
            where a.room_id = $1 and a.status <> 'DRAFT'
            group by a.id, a.number, a.effective_on order by a.number
            """)
        .execute(Tuple.tuple().addString(roomId).addArrayOfString(signers.toArray(String[]::new)))
        .map(rows -> rows.stream().map(SignedAgreementStore::agreement).toList());
  }

  private static SignedAgreement agreement(Row row) {
    return new SignedAgreement(
        row.getString("id"),
        row.getString("number"),
        row.getBoolean("sealed"),
        List.of(row.getArrayOfLongs("signatures")));
  }

  /** Numbers of the entries that those who signed may read. */
  Future<Set<Long>> shown(SqlClient client, SignedAgreement agreement) {
    return client
        .preparedQuery("select seq from facts where scope = $1 and kind = any($2)")
        .execute(Tuple.tuple().addString(agreement.tree().id()).addArrayOfString(SHOWN))
        .map(rows -> new HashSet<>(rows.stream().map(row -> row.getLong("seq")).toList()));
  }
}
