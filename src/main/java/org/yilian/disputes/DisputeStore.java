package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;

/** Rows of disputes, and the one place that decides who may see one. */
final class DisputeStore {
  private static final String COLUMNS =
      """
      select d.id, d.ordinal, d.number, d.type, d.cause, d.address, d.description, d.source,
        d.status, d.created_by, d.created_at, d.referring_court_id, d.court_level
      from disputes d
      """;

  /**
   * $1 person, $2 organisation, $3 clerk, $4 one of those who look after new disputes. Before a
   * room exists somebody has to find the dispute; afterwards its people alone do.
   */
  private static final String STAFF_SEES =
      """
      (d.created_by = $1
        or exists (select 1 from rooms r join members m on m.room_id = r.id
          where r.dispute_id = d.id and m.principal_id = $1 and m.ended_at is null)
        or ($3 and exists (select 1 from rooms r
          where r.dispute_id = d.id and r.host_organisation_id = $2))
        or ($4 and not exists (select 1 from rooms r where r.dispute_id = d.id)))
      """;

  private static final String GUEST_SEES =
      """
      exists (select 1 from rooms r join members m on m.room_id = r.id
        where r.dispute_id = d.id and r.id = $2 and m.principal_id = $1 and m.ended_at is null)
      """;

  Future<Void> insert(SqlClient client, Dispute dispute) {
    String sql =
        """
        insert into disputes
          (id, number, type, cause, address, description, source, status, created_by, created_at,
          referring_court_id, court_level)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;
    Tuple values =
        Tuple.of(dispute.id(), dispute.number(), dispute.type().name(), dispute.cause())
            .addString(dispute.address())
            .addString(dispute.description())
            .addString(dispute.source().name())
            .addString(dispute.status().name())
            .addString(dispute.createdBy())
            .addOffsetDateTime(dispute.createdAt().atOffset(ZoneOffset.UTC))
            .addString(dispute.referringCourtId())
            .addString(dispute.courtLevel().name());
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }

  Future<Optional<Dispute>> find(SqlClient client, String id) {
    return select(client, COLUMNS + " where d.id = $1", Tuple.of(id))
        .map(found -> found.stream().findFirst());
  }

  Future<Optional<Dispute>> lock(SqlClient client, String id) {
    return select(client, COLUMNS + " where d.id = $1 for update", Tuple.of(id))
        .map(found -> found.stream().findFirst());
  }

  /** The dispute if the caller may see it. */
  Future<Optional<Dispute>> visible(SqlClient client, Caller caller, String id) {
    Future<List<Dispute>> found =
        caller instanceof Caller.Guest
            ? select(
                client, COLUMNS + " where d.id = $3 and " + GUEST_SEES, guest(caller).addString(id))
            : select(
                client,
                COLUMNS + " where d.id = $5 and " + STAFF_SEES,
                staff(caller).addString(id));
    return found.map(all -> all.stream().findFirst());
  }

  /** Those the member of staff may see, newest first, older than the ordinal. */
  Future<List<Dispute>> visible(SqlClient client, Caller.Staff caller, long before, int limit) {
    String sql =
        COLUMNS + " where d.ordinal < $5 and " + STAFF_SEES + " order by d.ordinal desc limit $6";
    return select(client, sql, staff(caller).addLong(before).addInteger(limit));
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
  Future<Boolean> move(SqlClient client, String id, DisputeStatus from, DisputeStatus to) {
    return client
        .preparedQuery("update disputes set status = $3 where id = $1 and status = $2")
        .execute(Tuple.of(id, from.name(), to.name()))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Void> refer(SqlClient client, String id, String courtId, CourtLevel level) {
    return client
        .preparedQuery(
            "update disputes set referring_court_id = $2, court_level = $3 where id = $1")
        .execute(Tuple.of(id, courtId, level.name()))
        .mapEmpty();
  }

  private static Tuple staff(Caller caller) {
    boolean finder =
        caller.is(Role.MEDIATOR)
            || caller.is(Role.COMMUNITY_POLICE)
            || caller.is(Role.STREET_CENTER)
            || caller.is(Role.DISTRICT_CENTER);
    return Tuple.of(
        caller.principalId(),
        caller.staff().organisationId(),
        caller.is(Role.COMMITTEE_CLERK),
        finder);
  }

  private static Tuple guest(Caller caller) {
    return Tuple.of(caller.principalId(), ((Caller.Guest) caller).roomId());
  }

  private static Future<List<Dispute>> select(SqlClient client, String sql, Tuple values) {
    return client.preparedQuery(sql).execute(values).map(DisputeStore::all);
  }

  private static List<Dispute> all(Iterable<Row> rows) {
    List<Dispute> disputes = new ArrayList<>();
    rows.forEach(row -> disputes.add(fromRow(row)));
    return disputes;
  }

  private static Map<String, List<Party>> byDispute(List<Party> parties) {
    Map<String, List<Party>> byDispute = new LinkedHashMap<>();
    parties.forEach(
        party -> byDispute.computeIfAbsent(party.disputeId(), id -> new ArrayList<>()).add(party));
    return byDispute;
  }

  private static Map<String, JsonArray> roomsByDispute(Iterable<Row> rows) {
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
        row.getOffsetDateTime("created_at").toInstant(),
        row.getString("referring_court_id"),
        CourtLevel.valueOf(row.getString("court_level")));
  }
}
