package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of open codes. */
final class CodeStore {
  record Code(String hash, Instant expiresAt, int tries) {}

  Future<Void> put(
      SqlClient client, String subject, String hash, Instant createdAt, Instant expiresAt) {
    return client
        .preparedQuery(
            """
            insert into sms_codes (subject, code_hash, created_at, expires_at, tries)
            values ($1, $2, $3, $4, 0)
            on conflict (subject) do update set
              code_hash = $2, created_at = $3, expires_at = $4, tries = 0
            """)
        .execute(
            Tuple.of(
                subject,
                hash,
                createdAt.atOffset(ZoneOffset.UTC),
                expiresAt.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  Future<Optional<Code>> find(SqlClient client, String subject) {
    return client
        .preparedQuery("select code_hash, expires_at, tries from sms_codes where subject = $1")
        .execute(Tuple.of(subject))
        .map(rows -> rows.stream().map(CodeStore::code).findFirst());
  }

  Future<Void> countTry(SqlClient client, String subject) {
    return client
        .preparedQuery("update sms_codes set tries = tries + 1 where subject = $1")
        .execute(Tuple.of(subject))
        .mapEmpty();
  }

  /** False where somebody else's use of it came first. */
  Future<Boolean> delete(SqlClient client, String subject, String hash) {
    return client
        .preparedQuery("delete from sms_codes where subject = $1 and code_hash = $2")
        .execute(Tuple.of(subject, hash))
        .map(done -> done.rowCount() == 1);
  }

  private static Code code(Row row) {
    return new Code(
        row.getString("code_hash"), Times.of(row, "expires_at"), row.getInteger("tries"));
  }
}
