package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;
import org.yilian.identity.AreaLevel;

/** Rows of assignments. */
final class AssignmentStore {
  /** When the clock of the lead of the dispute $1 runs out: that of signing, then of dealing. */
  static final String LEAD_RUNS_OUT_AT =
      """
      select case when a.status = 'OFFERED' then a.sign_by else a.handle_by end as runs_out_at
      from assignments a where a.dispute_id = $1 and a.part = 'LEAD'
        and a.status in ('OFFERED', 'SIGNED_FOR')
      """;

  private static final String COLUMNS =
      """
      select a.id, a.dispute_id, a.organisation_id, o.name as organisation, a.part, a.status,
        a.level, a.handed_at, a.sign_by, a.handle_by, a.signed_at, a.reason, a.urges
      """;
  private static final String FROM =
      " from assignments a join organisations o on o.id = a.organisation_id ";

  Future<Void> insert(SqlClient client, Assignment one, String handedBy) {
    String sql =
        """
        insert into assignments (id, dispute_id, ordinal, organisation_id, part, status, level,
          handed_by, handed_at, sign_by, handle_by)
        select $1, d.id, d.ordinal, $3, $4, $5, $6, $7, $8, $9, $10 from disputes d where d.id = $2
        """;
    Tuple values =
        Tuple.of(one.id(), one.disputeId(), one.organisationId(), one.part().name())
            .addString(one.state().name())
            .addString(one.level().name())
            .addString(handedBy)
            .addOffsetDateTime(Times.utc(one.handedAt()))
            .addOffsetDateTime(Times.utc(one.signBy()))
            .addOffsetDateTime(Times.utc(one.handleBy()));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  /** Null where nobody leads. */
  Future<Instant> leadRunsOutAt(SqlClient client, String disputeId) {
    return client
        .preparedQuery(LEAD_RUNS_OUT_AT)
        .execute(Tuple.of(disputeId))
        .map(
            rows ->
                rows.stream().findFirst().map(row -> Times.of(row, "runs_out_at")).orElse(null));
  }

  Future<Optional<Assignment>> find(SqlClient client, String id) {
    return select(client, COLUMNS + FROM + "where a.id = $1", Tuple.of(id))
        .map(all -> all.stream().findFirst());
  }

  Future<List<Assignment>> ofDispute(SqlClient client, String disputeId) {
    String sql = COLUMNS + FROM + "where a.dispute_id = $1 order by a.handed_at, a.part desc, a.id";
    return select(client, sql, Tuple.of(disputeId));
  }

  Future<List<String>> unitsOf(SqlClient client, String disputeId) {
    return client
        .preparedQuery("select distinct organisation_id from assignments where dispute_id = $1")
        .execute(Tuple.of(disputeId))
        .map(rows -> rows.stream().map(row -> row.getString("organisation_id")).toList());
  }

  /** What these units have in hand, the most urgent first, each with what it is about. */
  Future<List<JsonObject>> ofUnits(SqlClient client, List<String> units, int limit) {
    String sql =
        COLUMNS
            + ", d.number, d.cause, d.type, d.address, d.status as dispute_status, d.risk, d.alarm"
            + FROM
            + """
            join disputes d on d.id = a.dispute_id
            where a.organisation_id = any($1) and a.status in ('OFFERED', 'SIGNED_FOR')
            order by case when a.status = 'OFFERED' then a.sign_by else a.handle_by end, a.id
            limit $2
            """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(units.toArray(String[]::new), limit))
        .map(rows -> rows.stream().map(AssignmentStore::task).toList());
  }

  Future<Integer> countOf(SqlClient client, List<String> units) {
    String sql =
        """
        select count(*)::int as tasks from assignments
        where organisation_id = any($1) and status in ('OFFERED', 'SIGNED_FOR')
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.tuple().addArrayOfString(units.toArray(String[]::new)))
        .map(rows -> rows.iterator().next().getInteger("tasks"));
  }

  /** Differs as soon as anything differs in what these units have in hand. */
  Future<String> stateOf(SqlClient client, List<String> units) {
    String sql =
        """
        select left(md5(coalesce(string_agg(concat_ws(' ', a.id, a.part, a.status, a.urges,
          a.sign_by, a.handle_by, d.version), ',' order by a.id), '')), 16) as state
        from assignments a join disputes d on d.id = a.dispute_id
        where a.organisation_id = any($1) and a.status in ('OFFERED', 'SIGNED_FOR')
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.tuple().addArrayOfString(units.toArray(String[]::new)))
        .map(rows -> rows.iterator().next().getString("state"));
  }

  private static JsonObject task(Row row) {
    JsonObject dispute =
        new JsonObject()
            .put("id", row.getString("dispute_id"))
            .put("number", row.getString("number"))
            .put("cause", row.getString("cause"))
            .put("type", row.getString("type"))
            .put("address", row.getString("address"))
            .put("status", row.getString("dispute_status"))
            .put("risk", row.getString("risk"))
            .put("alarm", row.getString("alarm"));
    return fromRow(row).toJson().put("dispute", dispute);
  }

  Future<Void> sign(SqlClient client, String id, String personId, Instant at) {
    String sql =
        "update assignments set status = 'SIGNED_FOR', signed_by = $2, signed_at = $3 where id = $1";
    return client.preparedQuery(sql).execute(Tuple.of(id, personId, Times.utc(at))).mapEmpty();
  }

  Future<Void> end(SqlClient client, String id, Assignment.State state, String reason, Instant at) {
    String sql = "update assignments set status = $2, reason = $3, ended_at = $4 where id = $1";
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, state.name(), reason, Times.utc(at)))
        .mapEmpty();
  }

  /** Everything of the dispute that is in somebody's hands is done. */
  Future<Void> finish(SqlClient client, String disputeId, Instant at) {
    String sql =
        """
        update assignments set status = 'DONE', ended_at = $2
        where dispute_id = $1 and status in ('OFFERED', 'SIGNED_FOR')
        """;
    return client.preparedQuery(sql).execute(Tuple.of(disputeId, Times.utc(at))).mapEmpty();
  }

  /** Whoever led and had signed for it goes on helping. */
  Future<Void> stepBack(SqlClient client, String id) {
    return client
        .preparedQuery("update assignments set part = 'COOPERATE' where id = $1")
        .execute(Tuple.of(id))
        .mapEmpty();
  }

  /** Whoever helped leads from now on, with clocks of its own. */
  Future<Void> stepForward(SqlClient client, String id, Instant signBy, Instant handleBy) {
    String sql =
        """
        update assignments set part = 'LEAD', sign_by = $2, handle_by = $3, raised_at = null
        where id = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, Times.utc(signBy), Times.utc(handleBy)))
        .mapEmpty();
  }

  Future<Void> urge(SqlClient client, String disputeId, Instant at) {
    String sql =
        """
        update assignments set urges = urges + 1, urged_at = $2
        where dispute_id = $1 and status in ('OFFERED', 'SIGNED_FOR')
        """;
    return client.preparedQuery(sql).execute(Tuple.of(disputeId, Times.utc(at))).mapEmpty();
  }

  /** The next whose clock has run out, marked as seen to; others are left to other nodes. */
  Future<Optional<Assignment>> takeOverdue(SqlClient client, Instant now) {
    String sql =
        """
        update assignments set raised_at = $1 where id = (
          select id from assignments
          where raised_at is null and (status = 'OFFERED' and sign_by < $1
            or status = 'SIGNED_FOR' and part = 'LEAD' and handle_by < $1)
          limit 1 for update skip locked)
        returning id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(Times.utc(now)))
        .compose(
            rows ->
                rows.size() == 0
                    ? Future.succeededFuture(Optional.empty())
                    : find(client, rows.iterator().next().getString("id")));
  }

  private static Future<List<Assignment>> select(SqlClient client, String sql, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(rows -> rows.stream().map(AssignmentStore::fromRow).toList());
  }

  private static Assignment fromRow(Row row) {
    return new Assignment(
        row.getString("id"),
        row.getString("dispute_id"),
        row.getString("organisation_id"),
        row.getString("organisation"),
        Assignment.Part.valueOf(row.getString("part")),
        Assignment.State.valueOf(row.getString("status")),
        AreaLevel.valueOf(row.getString("level")),
        Times.of(row, "handed_at"),
        Times.of(row, "sign_by"),
        Times.of(row, "handle_by"),
        Times.of(row, "signed_at"),
        row.getString("reason"),
        row.getInteger("urges"));
  }
}
