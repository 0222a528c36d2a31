package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of invitations. */
final class InviteStore {

  Future<Void> insert(SqlClient client, Invite invite, String tokenHash, Instant at) {
    String sql =
        """
        insert into invites (id, token_hash, room_id, party_id, representative_id, created_by,
          created_at, expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(invite.id(), tokenHash, invite.roomId(), invite.partyId())
                .addString(invite.representativeId())
                .addString(invite.createdBy())
                .addOffsetDateTime(Times.utc(at))
                .addOffsetDateTime(Times.utc(invite.expiresAt())))
        .mapEmpty();
  }

  Future<Optional<Invite>> byToken(SqlClient client, String tokenHash) {
    return select(client, " where token_hash = $1", Tuple.of(tokenHash))
        .map(all -> all.stream().findFirst());
  }

  Future<List<Invite>> ofRoom(SqlClient client, String roomId) {
    return select(client, " where room_id = $1 order by created_at, id", Tuple.of(roomId));
  }

  /** Keeps the link usable for coming back with the same phone. */
  Future<Void> entered(
      SqlClient client, String id, String phoneIndex, Instant at, Instant expiresAt) {
    String sql =
        """
        update invites set entered_at = coalesce(entered_at, $2),
          expires_at = greatest(expires_at, $3), entered_phone = $4
        where id = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id, Times.utc(at), Times.utc(expiresAt), phoneIndex))
        .mapEmpty();
  }

  Future<Boolean> revoke(SqlClient client, String roomId, String id, Instant at) {
    String sql =
        """
        update invites set revoked_at = $3
        where room_id = $1 and id = $2 and revoked_at is null
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId, id, Times.utc(at)))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Revokes every link of a member of a side who has left. */
  Future<Void> revokeOf(SqlClient client, String roomId, Member member, Instant at) {
    String sql =
        """
        update invites set revoked_at = $4
        where room_id = $1 and party_id = $2 and representative_id is not distinct from $3
          and revoked_at is null
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId, member.partyId(), member.representativeId(), Times.utc(at)))
        .mapEmpty();
  }

  private static Future<List<Invite>> select(SqlClient client, String where, Tuple values) {
    String sql =
        """
        select id, room_id, party_id, representative_id, created_by, expires_at, revoked_at,
          entered_at, entered_phone
        from invites
        """;
    return client
        .preparedQuery(sql + where)
        .execute(values)
        .map(rows -> rows.stream().map(InviteStore::invite).toList());
  }

  private static Invite invite(Row row) {
    return new Invite(
        row.getString("id"),
        row.getString("room_id"),
        row.getString("party_id"),
        row.getString("representative_id"),
        row.getString("created_by"),
        Times.of(row, "expires_at"),
        Times.of(row, "revoked_at"),
        Times.of(row, "entered_at"),
        row.getString("entered_phone"));
  }
}
