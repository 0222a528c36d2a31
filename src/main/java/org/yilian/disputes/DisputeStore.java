package org.yilian.disputes;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yilian.db.Parameters;
import org.yilian.db.Times;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;

/** Rows of disputes. Who of the staff may see one is decided by {@link Sight}. */
final class DisputeStore {
  private static final String COLUMNS =
      """
      select d.id, d.ordinal, d.number, d.type, d.cause, d.address, d.description, d.source,
        d.status, d.created_by, d.created_at, d.referring_court_id, d.court_level,
        d.external_number
      from disputes d
      """;

  private static final String GUEST_SEES =
      """
      exists (select 1 from rooms r join members m on m.room_id = r.id
        where r.dispute_id = d.id and r.id = $2 and m.principal_id = $1 and m.ended_at is null)
      """;

  Future<Void> insert(SqlClient client, List<DisputeEntry> entries) {
    String sql =
        """
        insert into disputes
          (id, number, type, cause, address, description, source, status, created_by, created_at,
          referring_court_id, court_level, area_code, channel, subtype, occurred_on, people_count,
          amount_fen, latitude, longitude, handling, level, alarm, report_key, words,
          external_number, resolved_at, resolved_level, recovered_fen)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
          $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29)
        """;
    List<Tuple> rows = entries.stream().map(DisputeStore::values).toList();
    return client.preparedQuery(sql).executeBatch(rows).mapEmpty();
  }

  private static Tuple values(DisputeEntry entry) {
    Dispute dispute = entry.dispute();
    Standing standing = entry.standing();
    return Tuple.of(dispute.id(), dispute.number(), dispute.type().name(), dispute.cause())
        .addString(dispute.address())
        .addString(dispute.description())
        .addString(dispute.source().name())
        .addString(dispute.status().name())
        .addString(dispute.createdBy())
        .addOffsetDateTime(dispute.createdAt().atOffset(ZoneOffset.UTC))
        .addString(dispute.referringCourtId())
        .addString(dispute.courtLevel().name())
        .addString(standing.areaCode())
        .addString(standing.channel().name())
        .addString(standing.subtype())
        .addLocalDate(standing.occurredOn())
        .addInteger(standing.peopleCount())
        .addLong(standing.amountFen())
        .addDouble(standing.place().latitude())
        .addDouble(standing.place().longitude())
        .addString(standing.handling().name())
        .addString(standing.level().name())
        .addString(standing.alarm())
        .addString(entry.key())
        .addArrayOfString(SearchWords.of(dispute, entry.parties()))
        .addString(dispute.externalNumber())
        .addOffsetDateTime(Times.utc(standing.resolvedAt()))
        .addString(standing.resolvedAt() == null ? null : standing.resolvedLevel().name())
        .addLong(standing.recoveredFen());
  }

  /** Those of these keys under which a dispute was entered. */
  Future<Set<String>> known(SqlClient client, List<String> keys) {
    return client
        .preparedQuery("select report_key from disputes where report_key = any($1)")
        .execute(Tuple.tuple().addArrayOfString(keys.toArray(String[]::new)))
        .map(rows -> rows.stream().map(row -> row.getString("report_key")).collect(toSet()));
  }

  /** The dispute that was reported under this key. */
  Future<Optional<String>> reportedAs(SqlClient client, String key) {
    return client
        .preparedQuery("select id from disputes where report_key = $1")
        .execute(Tuple.of(key))
        .map(rows -> rows.stream().map(row -> row.getString("id")).findFirst());
  }

  Future<Void> putWords(SqlClient client, String id, String[] words) {
    return client
        .preparedQuery("update disputes set words = $2 where id = $1")
        .execute(Tuple.of(id).addArrayOfString(words))
        .mapEmpty();
  }

  Future<Optional<Dispute>> find(SqlClient client, String id) {
    return select(client, COLUMNS + " where d.id = $1", Tuple.of(id))
        .map(found -> found.stream().findFirst());
  }

  Future<Optional<Dispute>> lock(SqlClient client, String id) {
    return lock(client, List.of(id)).map(found -> found.stream().findFirst());
  }

  /** Locks them one after the other by their ids, in whichever order they are named. */
  Future<List<Dispute>> lock(SqlClient client, List<String> ids) {
    String sql = COLUMNS + " where d.id = any($1) order by d.id for update";
    return select(client, sql, Tuple.of(ids.toArray(String[]::new)));
  }

  /** The dispute if the guest may see it. */
  Future<Optional<Dispute>> visible(SqlClient client, Caller.Guest caller, String id) {
    String sql = COLUMNS + " where d.id = $3 and " + GUEST_SEES;
    return select(client, sql, Tuple.of(caller.principalId(), caller.roomId(), id))
        .map(all -> all.stream().findFirst());
  }

  /** The dispute if whoever looks so may see it. */
  Future<Optional<Dispute>> visible(SqlClient client, Look look, String id) {
    Parameters values = new Parameters();
    String one = "d.id = " + values.add(id);
    return seen(client, look, values, List.of(one), 1).map(all -> all.stream().findFirst());
  }

  /** The ids of those among them that whoever looks so may see. */
  Future<Set<String>> visibleAmong(SqlClient client, Look look, List<String> ids) {
    Parameters values = new Parameters();
    String among = "d.id = any(" + values.add(ids.toArray(String[]::new)) + ")";
    return seen(client, look, values, List.of(among), ids.size())
        .map(all -> all.stream().map(Dispute::id).collect(toSet()));
  }

  /** Those of the filter that whoever looks so may see, newest first, older than the ordinal. */
  Future<List<Dispute>> visible(
      SqlClient client, Look look, DisputeFilter filter, long before, int limit) {
    Parameters values = new Parameters();
    List<String> conditions = new ArrayList<>(filter.conditions(values));
    if (before < Long.MAX_VALUE) {
      conditions.add("d.ordinal < " + values.add(before));
    }
    return seen(client, look, values, conditions, limit);
  }

  private static Future<List<Dispute>> seen(
      SqlClient client, Look look, Parameters values, List<String> conditions, int limit) {
    Sight sight = Sight.of(look, values);
    String most = values.add(limit);
    String narrowed = conditions.stream().map(one -> " and " + one).collect(joining());
    String ways =
        sight.ways().stream()
            .map(
                way ->
                    "(select d.ordinal from disputes d where %s%s order by d.ordinal desc limit %s)"
                        .formatted(way, narrowed, most))
            .collect(joining(" union "));
    String sql =
        COLUMNS + "where d.ordinal in (" + ways + ") order by d.ordinal desc limit " + most;
    return select(client, sql, values.values());
  }

  /** The parties of these disputes, by dispute. */
  Future<Map<String, List<Party>>> parties(SqlClient client, List<String> disputeIds) {
    String sql =
        """
        select id, dispute_id, position, side, kind, name, description,
          phone_sealed, phone_tail, phone_index, id_type, id_sealed, id_tail, id_index, birth_date,
          capacity, legal_representative, domicile, habitual_residence, address
        from parties where dispute_id = any($1) order by position
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeIds.toArray(String[]::new)))
        .map(rows -> byDispute(PartyStore.all(rows)));
  }

  /** {@code {id, number, status}} of each room, by dispute. */
  Future<Map<String, JsonArray>> rooms(SqlClient client, List<String> disputeIds) {
    String sql =
        """
        select dispute_id, json_agg(json_build_object('id', id, 'number', number, 'status', status)
          order by created_at, id)::text as rooms
        from rooms where dispute_id = any($1) group by dispute_id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeIds.toArray(String[]::new)))
        .map(DisputeStore::roomsByDispute);
  }

  /** Whether any room of the dispute has opened. */
  Future<Boolean> hasOpened(SqlClient client, String disputeId) {
    String sql =
        "select exists (select 1 from rooms where dispute_id = $1 and opened_at is not null) as opened";
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(disputeId))
        .map(rows -> rows.iterator().next().getBoolean("opened"));
  }

  /** Moves on, and tells whether the dispute was where it was expected. */
  Future<Boolean> move(
      SqlClient client, String id, DisputeStatus from, DisputeStatus to, Instant at) {
    String sql =
        """
        update disputes set status = $3,
          resolved_at = case when $4 then coalesce(resolved_at, $5)
            when $3 = 'CLOSED' then resolved_at end,
          resolved_level = case when $4 then coalesce(resolved_level, level)
            when $3 = 'CLOSED' then resolved_level end,
          due_at = case when $6 then null else due_at end,
          version = version + 1
        where id = $1 and status = $2
        """;
    Tuple values =
        Tuple.of(id, from.name(), to.name(), to.resolved(), at.atOffset(ZoneOffset.UTC), to.over());
    return client.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() == 1);
  }

  Future<Void> refer(SqlClient client, String id, String courtId, CourtLevel level) {
    return client
        .preparedQuery(
            "update disputes set referring_court_id = $2, court_level = $3 where id = $1")
        .execute(Tuple.of(id, courtId, level.name()))
        .mapEmpty();
  }

  private static Future<List<Dispute>> select(SqlClient client, String sql, Tuple values) {
    return client.preparedQuery(sql).execute(values).map(DisputeStore::all);
  }

  private static List<Dispute> all(RowSet<Row> rows) {
    return rows.stream().map(DisputeStore::fromRow).toList();
  }

  private static Map<String, List<Party>> byDispute(List<Party> parties) {
    Map<String, List<Party>> byDispute = new LinkedHashMap<>();
    parties.forEach(
        party -> byDispute.computeIfAbsent(party.disputeId(), id -> new ArrayList<>()).add(party));
    return byDispute;
  }

  private static Map<String, JsonArray> roomsByDispute(RowSet<Row> rows) {
    Map<String, JsonArray> byDispute = new LinkedHashMap<>();
    rows.forEach(
        row -> byDispute.put(row.getString("dispute_id"), new JsonArray(row.getString("rooms"))));
    return byDispute;
  }

  private static Dispute fromRow(Row row) {
    return new Dispute(
        row.getString("id"),
        row.getLong("ordinal"),
        row.getString("number"),
        DisputeType.valueOf(row.getString("type")),
        row.getString("cause"),
        row.getString("address"),
        row.getString("description"),
        DisputeSource.valueOf(row.getString("source")),
        DisputeStatus.valueOf(row.getString("status")),
        row.getString("created_by"),
        Times.of(row, "created_at"),
        row.getString("referring_court_id"),
        CourtLevel.valueOf(row.getString("court_level")),
        row.getString("external_number"));
  }
}
