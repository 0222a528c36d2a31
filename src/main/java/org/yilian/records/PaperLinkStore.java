package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.yilian.db.Times;

/** Links to one paper each, for one reading; only hashes of their secrets are kept. */
final class PaperLinkStore {

  /**
   * A link as it is made.
   *
   * @param sentBy who of the staff sent it; null where its reader asked for it
   */
  record Fresh(
      String tokenHash,
      String agreementId,
      String paper,
      String principalId,
      Instant madeAt,
      Instant expiresAt,
      boolean sent,
      String sentBy) {}

  /** What a link leads to. */
  record Aim(String agreementId, String paper) {}

  /** How a link stands, and whom to ask for another. */
  record Standing(Instant expiresAt, boolean spent, String organisation, String phone) {}

  Future<Void> insert(SqlClient client, Fresh link) {
    String sql =
        """
        insert into document_links
          (token_hash, agreement_id, paper, principal_id, made_at, expires_at, sent, sent_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                link.tokenHash(),
                link.agreementId(),
                link.paper(),
                link.principalId(),
                Times.utc(link.madeAt()),
                Times.utc(link.expiresAt()),
                link.sent(),
                link.sentBy()))
        .mapEmpty();
  }

  /** How many links this principal has had sent to its phone since then. */
  Future<Integer> sentSince(SqlClient client, String principalId, Instant since) {
    return client
        .preparedQuery(
            """
            select count(*)::int as sent from document_links
            where principal_id = $1 and made_at > $2 and sent and sent_by is null
            """)
        .execute(Tuple.of(principalId, Times.utc(since)))
        .map(rows -> rows.iterator().next().getInteger("sent"));
  }

  /**
   * Spends the link; empty where it is unknown, spent or over, or whoever had it has left the room.
   *
   * @param readingHash of the secret by which is read from now on, or null
   */
  Future<Optional<Aim>> spend(
      SqlClient client, String tokenHash, Instant now, String readingHash, Instant until) {
    String sql =
        """
        update document_links l set spent_at = $2, reading_hash = $3, reading_until = $4
        where l.token_hash = $1 and l.spent_at is null and l.expires_at > $2
          and exists (
            select 1 from agreements a join members m on m.room_id = a.room_id
            where a.id = l.agreement_id and m.principal_id = l.principal_id and m.ended_at is null)
        returning l.agreement_id, l.paper
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                tokenHash, Times.utc(now), readingHash, until == null ? null : Times.utc(until)))
        .map(rows -> rows.stream().map(PaperLinkStore::aim).findFirst());
  }

  /** What somebody reads who has spent a link; empty once that is over. */
  Future<Optional<Aim>> reading(SqlClient client, String readingHash, Instant now) {
    String sql =
        """
        select l.agreement_id, l.paper from document_links l
        where l.reading_hash = $1 and l.reading_until > $2
          and exists (
            select 1 from agreements a join members m on m.room_id = a.room_id
            where a.id = l.agreement_id and m.principal_id = l.principal_id and m.ended_at is null)
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(readingHash, Times.utc(now)))
        .map(rows -> rows.stream().map(PaperLinkStore::aim).findFirst());
  }

  Future<Optional<Standing>> standing(SqlClient client, String tokenHash) {
    String sql =
        """
        select l.expires_at, l.spent_at is not null as spent, o.name, o.phone
        from document_links l join agreements a on a.id = l.agreement_id
        join organisations o on o.id = a.host_organisation_id
        where l.token_hash = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(tokenHash))
        .map(rows -> rows.stream().map(PaperLinkStore::standing).findFirst());
  }

  private static Standing standing(Row row) {
    return new Standing(
        Times.of(row, "expires_at"),
        row.getBoolean("spent"),
        row.getString("name"),
        row.getString("phone"));
  }

  private static Aim aim(Row row) {
    return new Aim(row.getString("agreement_id"), row.getString("paper"));
  }
}
