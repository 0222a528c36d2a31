package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.yilian.kernel.Refusal;

/** Tickets for sockets, by their hash alone. */
final class TicketStore {

  /** Stores a ticket, and drops those of the same member that nobody can use any more. */
  Future<Void> insert(
      SqlClient client, String hash, SocketTickets.Admission admission, Instant expiresAt) {
    return client
        .preparedQuery(
            """
            with expired as (
              delete from socket_tickets where member_id = $2 and expires_at < $4::timestamptz - interval '1 hour'
            )
            insert into socket_tickets (ticket_hash, member_id, session_id, expires_at)
            values ($1, $2, $3, $4)
            """)
        .execute(
            Tuple.of(
                hash,
                admission.memberId(),
                admission.sessionId(),
                expiresAt.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /** Takes the ticket away and tells whom it let in, where it was still good. */
  Future<Optional<SocketTickets.Admission>> spend(SqlClient client, String hash, Instant now) {
    return client
        .preparedQuery(
            """
            with spent as (
              delete from socket_tickets where ticket_hash = $1
              returning member_id, session_id, expires_at
            )
            select m.room_id, s.member_id, s.session_id
            from spent s join members m on m.id = s.member_id
            where s.expires_at > $2 and m.ended_at is null and not exists (
              select 1 from sessions e where e.id = s.session_id and e.ended_at is not null)
            """)
        .execute(Tuple.of(hash, now.atOffset(ZoneOffset.UTC)))
        .map(TicketStore::admission);
  }

  private static Optional<SocketTickets.Admission> admission(RowSet<Row> rows) {
    return rows.size() == 0
        ? Optional.empty()
        : Optional.of(
            rows.stream()
                .map(
                    row ->
                        new SocketTickets.Admission(
                            row.getString("room_id"),
                            row.getString("member_id"),
                            row.getString("session_id")))
                .findFirst()
                .orElseThrow(Refusal::notFound));
  }
}
