package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what became of a dispute after its agreements. */
final class AftermathStore {

  Future<Aftermath> of(SqlClient client, String disputeId, String hostId) {
    Future<List<Aftermath.FollowUp>> followUps = followUps(client, disputeId);
    Future<Set<String>> settled = settled(client, disputeId);
    Future<List<Entry>> proofs = proofs(client, disputeId, hostId);
    return Future.all(followUps, settled, proofs)
        .map(all -> new Aftermath(followUps.result(), settled.result(), proofs.result()));
  }

  private Future<List<Aftermath.FollowUp>> followUps(SqlClient client, String disputeId) {
    String sql =
        """
        select manner, visited, performance, opinion, conclusion, held_on, recorder
        from follow_ups where dispute_id = $1 order by n
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId))
        .map(rows -> rows.stream().map(AftermathStore::followUp).toList());
  }

  private static Aftermath.FollowUp followUp(Row row) {
    return new Aftermath.FollowUp(
        row.getString("manner"),
        row.getString("visited"),
        row.getString("performance"),
        row.getString("opinion"),
        row.getString("conclusion"),
        row.getLocalDate("held_on"),
        row.getString("recorder"));
  }

  private Future<Set<String>> settled(SqlClient client, String disputeId) {
    String sql =
        """
        select agreement_id from obligations where dispute_id = $1 group by agreement_id
        having bool_and(status in ('CONFIRMED', 'REPLACED'))
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId))
        .map(
            rows ->
                new HashSet<>(rows.stream().map(row -> row.getString("agreement_id")).toList()));
  }

  private Future<List<Entry>> proofs(SqlClient client, String disputeId, String hostId) {
    String sql =
        """
        select s.by_name, s.performed_on, p.file_id
        from obligations o join obligation_steps s on s.obligation_id = o.id
        join agreements a on a.id = o.agreement_id
        cross join unnest(s.file_ids) p(file_id)
        where o.dispute_id = $1 and a.host_organisation_id = $2 order by s.at, p.file_id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId, hostId))
        .map(rows -> rows.stream().map(AftermathStore::proof).toList());
  }

  private static Entry proof(Row row) {
    String title =
        DossierTexts.get("titled", ItemKind.PERFORMANCE.title(), row.getString("by_name"));
    return new Entry(
        null,
        ItemKind.PERFORMANCE,
        title,
        row.getLocalDate("performed_on"),
        row.getString("file_id"));
  }
}
