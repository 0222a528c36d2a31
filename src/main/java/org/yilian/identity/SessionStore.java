package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yilian.db.Times;

/** Rows of sessions. */
final class SessionStore {
  /**
   * @param roomId of a guest's session, null for staff
   * @param byPrevious whether it was found by the refresh secret before the present one
   */
  record Session(
      String id,
      String principalId,
      String roomId,
      Instant expiresAt,
      Instant rotatedAt,
      boolean byPrevious) {}

  /**
   * Who a session is of.
   *
   * @param proven whether no more is asked: a guest has shown a code, a member of staff has a
   *     second factor
   */
  record Known(Caller caller, boolean proven) {}

  Future<Void> insert(SqlClient client, Session session, String refreshHash) {
    return client
        .preparedQuery(
            """
            insert into sessions
              (id, principal_id, kind, room_id, refresh_hash, created_at, rotated_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $6, $7)
            """)
        .execute(
            Tuple.of(
                session.id(),
                session.principalId(),
                session.roomId() == null ? "STAFF" : "GUEST",
                session.roomId(),
                refreshHash,
                Times.utc(session.rotatedAt()),
                Times.utc(session.expiresAt())))
        .mapEmpty();
  }

  Future<Optional<Session>> lockByRefresh(SqlClient client, String hash) {
    return client
        .preparedQuery(
            """
            select id, principal_id, room_id, expires_at, rotated_at,
              refresh_hash <> $1 as by_previous
            from sessions
            where (refresh_hash = $1 or previous_hash = $1) and ended_at is null
            for update
            """)
        .execute(Tuple.of(hash))
        .map(rows -> rows.stream().map(SessionStore::session).findFirst());
  }

  Future<Void> rotate(SqlClient client, String id, String hash, Instant at) {
    return client
        .preparedQuery(
            """
            update sessions set previous_hash = refresh_hash, refresh_hash = $2, rotated_at = $3
            where id = $1
            """)
        .execute(Tuple.of(id, hash, Times.utc(at)))
        .mapEmpty();
  }

  /** The caller of a live session; a guest whose membership has ended is nobody. */
  Future<Optional<Known>> caller(SqlClient client, String sessionId, Instant now) {
    return client
        .preparedQuery(
            """
            select s.id, s.principal_id, s.kind, s.room_id, p.name as person_name,
              p.organisation_id, m.name as member_name,
              (select string_agg(r.role, ',') from person_roles r where r.person_id = p.id) as roles,
              s.kind = 'GUEST' or exists (
                select 1 from second_factors f
                where f.person_id = p.id and f.confirmed_at is not null) as proven
            from sessions s
            left join people p on s.kind = 'STAFF' and p.id = s.principal_id and p.active
            left join members m on s.kind = 'GUEST' and m.room_id = s.room_id
              and m.principal_id = s.principal_id and m.ended_at is null
            where s.id = $1 and s.ended_at is null and s.expires_at > $2
              and (p.id is not null or m.id is not null)
            """)
        .execute(Tuple.of(sessionId, Times.utc(now)))
        .map(rows -> rows.stream().map(SessionStore::known).findFirst());
  }

  Future<Void> end(SqlClient client, String id, Instant at) {
    return client
        .preparedQuery("update sessions set ended_at = $2 where id = $1 and ended_at is null")
        .execute(Tuple.of(id, Times.utc(at)))
        .mapEmpty();
  }

  /** Every session of a member of staff but the one that is kept, if any; tells which. */
  Future<List<String>> endStaff(SqlClient client, String personId, String keptId, Instant at) {
    return client
        .preparedQuery(
            """
            update sessions set ended_at = $3
            where principal_id = $1 and kind = 'STAFF' and ended_at is null
              and id is distinct from $2
            returning id
            """)
        .execute(Tuple.of(personId, keptId, Times.utc(at)))
        .map(rows -> rows.stream().map(row -> row.getString("id")).toList());
  }

  /** Every session that a guest has for a room. */
  Future<Void> endGuests(SqlClient client, String principalId, String roomId, Instant at) {
    return client
        .preparedQuery(
            """
            update sessions set ended_at = $3
            where principal_id = $1 and room_id = $2 and ended_at is null
            """)
        .execute(Tuple.of(principalId, roomId, Times.utc(at)))
        .mapEmpty();
  }

  private static Known known(Row row) {
    return new Known(caller(row), row.getBoolean("proven"));
  }

  private static Caller caller(Row row) {
    String principal = row.getString("principal_id");
    if ("GUEST".equals(row.getString("kind"))) {
      return new Caller.Guest(
          principal, row.getString("id"), row.getString("member_name"), row.getString("room_id"));
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (row.getString("roles") != null) {
      for (String role : row.getString("roles").split(",")) {
        roles.add(Role.valueOf(role));
      }
    }
    return new Caller.Staff(
        principal,
        row.getString("id"),
        row.getString("person_name"),
        roles,
        row.getString("organisation_id"));
  }

  private static Session session(Row row) {
    return new Session(
        row.getString("id"),
        row.getString("principal_id"),
        row.getString("room_id"),
        Times.of(row, "expires_at"),
        Times.of(row, "rotated_at"),
        row.getBoolean("by_previous"));
  }
}
