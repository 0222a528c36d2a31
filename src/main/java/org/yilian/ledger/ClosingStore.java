package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of what comes after a dispute is resolved. The dispute is locked while one is added. */
final class ClosingStore {
  Future<Void> followUp(SqlClient client, String disputeId, FollowUp one, Actor by, Instant at) {
    String sql =
        """
        insert into follow_ups (dispute_id, n, manner, visited, performance, opinion, conclusion,
          held_on, recorded_by, recorder, recorded_at)
        select $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10
        from follow_ups where dispute_id = $1
        """;
    Tuple values =
        Tuple.of(disputeId, one.manner().name(), one.visited(), one.performance().name())
            .addString(one.opinion())
            .addString(one.conclusion())
            .addLocalDate(one.heldOn())
            .addString(by.id())
            .addString(by.name())
            .addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Void> archive(
      SqlClient client, String disputeId, String number, String note, Actor by, Instant at) {
    String sql =
        """
        insert into archives (dispute_id, number, note, archived_by, archivist, archived_at)
        values ($1, $2, $3, $4, $5, $6)
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId, number, note, by.id(), by.name(), Times.utc(at)))
        .mapEmpty();
  }

  /**
   * {@code {followUps, performance, archive?}}: of what was agreed only how much there is and how
   * much of it is done; who owes what is for those of the room.
   */
  Future<JsonObject> of(SqlClient client, String disputeId) {
    Future<JsonArray> followUps = followUps(client, disputeId);
    Future<JsonObject> performance = performance(client, disputeId);
    Future<Optional<JsonObject>> archive = archive(client, disputeId);
    return Future.all(followUps, performance, archive)
        .map(
            all -> {
              JsonObject after =
                  new JsonObject()
                      .put("followUps", followUps.result())
                      .put("performance", performance.result());
              archive.result().ifPresent(kept -> after.put("archive", kept));
              return after;
            });
  }

  private Future<JsonArray> followUps(SqlClient client, String disputeId) {
    String sql =
        """
        select n, manner, visited, performance, opinion, conclusion, held_on, recorder
        from follow_ups where dispute_id = $1 order by n
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId))
        .map(
            rows -> {
              JsonArray all = new JsonArray();
              rows.forEach(row -> all.add(followUp(row)));
              return all;
            });
  }

  private static JsonObject followUp(Row row) {
    FollowUp one =
        new FollowUp(
            FollowUp.Manner.valueOf(row.getString("manner")),
            row.getString("visited"),
            FollowUp.Performance.valueOf(row.getString("performance")),
            row.getString("opinion"),
            row.getString("conclusion"),
            row.getLocalDate("held_on"));
    return one.toJson().put("n", row.getInteger("n")).put("by", row.getString("recorder"));
  }

  /** {@code {obligations, settled, late, defaulted}}. */
  Future<JsonObject> performance(SqlClient client, String disputeId) {
    String sql =
        """
        select count(*)::int as obligations,
          (count(*) filter (where status in ('CONFIRMED', 'REPLACED')))::int as settled,
          (count(*) filter (where status in ('DUE', 'DENIED')
            and due_on < (now() at time zone 'Asia/Shanghai')::date))::int as late,
          (count(*) filter (where status = 'DEFAULTED'))::int as defaulted
        from obligations where dispute_id = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new JsonObject()
                    .put("obligations", row.getInteger("obligations"))
                    .put("settled", row.getInteger("settled"))
                    .put("late", row.getInteger("late"))
                    .put("defaulted", row.getInteger("defaulted")));
  }

  /** Where the file is kept, and what there is to put into it. */
  private Future<Optional<JsonObject>> archive(SqlClient client, String disputeId) {
    String sql =
        """
        select a.number, a.note, a.archivist, a.archived_at,
          (select count(*) from agreements g where g.dispute_id = $1 and g.status = 'EFFECTIVE')::int
            as agreements,
          (select count(*) from rounds r where r.dispute_id = $1)::int as rounds,
          (select count(*) from rooms r where r.dispute_id = $1)::int as rooms,
          (select count(*) from files f where f.attached_to = 'dispute:' || $1)::int as papers,
          (select count(*) from follow_ups f where f.dispute_id = $1)::int as follow_ups
        from archives a where a.dispute_id = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId))
        .map(rows -> rows.stream().map(ClosingStore::kept).findFirst());
  }

  private static JsonObject kept(Row row) {
    JsonObject contents =
        new JsonObject()
            .put("agreements", row.getInteger("agreements"))
            .put("rounds", row.getInteger("rounds"))
            .put("rooms", row.getInteger("rooms"))
            .put("papers", row.getInteger("papers"))
            .put("followUps", row.getInteger("follow_ups"));
    JsonObject kept =
        new JsonObject()
            .put("number", row.getString("number"))
            .put("by", row.getString("archivist"))
            .put("at", Times.text(row, "archived_at"))
            .put("contents", contents);
    String note = row.getString("note");
    return note == null ? kept : kept.put("note", note);
  }
}
