package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of second factors and of the recovery codes that belong to them. */
final class SecondFactorStore {
  /** Somebody whose factor is on, with where he belongs. */
  record Enrolled(SecondFactor factor, String name, String organisationId) {}

  Future<Optional<SecondFactor>> find(SqlClient client, String personId) {
    return client
        .preparedQuery(
            """
            select person_id, kind, secret, begun_at, confirmed_at, last_step
            from second_factors where person_id = $1
            """)
        .execute(Tuple.of(personId))
        .map(rows -> rows.stream().map(SecondFactorStore::factor).findFirst());
  }

  /** Everybody whose factor is on, by name. */
  Future<List<Enrolled>> enrolled(SqlClient client) {
    return client
        .preparedQuery(
            """
            select f.person_id, f.kind, f.secret, f.begun_at, f.confirmed_at, f.last_step,
              p.name, p.organisation_id
            from second_factors f join people p on p.id = f.person_id
            where f.confirmed_at is not null and p.active
            order by p.name, p.id
            """)
        .execute()
        .map(rows -> rows.stream().map(SecondFactorStore::enrolled).toList());
  }

  /** Begins one in place of another that was never confirmed; false where one is on. */
  Future<Boolean> begin(SqlClient client, SecondFactor factor) {
    return client
        .preparedQuery(
            """
            insert into second_factors (person_id, kind, secret, begun_at, last_step)
            values ($1, $2, $3, $4, 0)
            on conflict (person_id) do update set
              kind = $2, secret = $3, begun_at = $4, last_step = 0
              where second_factors.confirmed_at is null
            """)
        .execute(
            Tuple.of(
                factor.personId(),
                factor.kind().name(),
                factor.sealedSecret() == null ? null : Buffer.buffer(factor.sealedSecret()),
                Times.utc(factor.begunAt())))
        .map(done -> done.rowCount() == 1);
  }

  /** False where it was confirmed meanwhile. */
  Future<Boolean> confirm(SqlClient client, String personId, Instant at) {
    return client
        .preparedQuery(
            """
            update second_factors set confirmed_at = $2
            where person_id = $1 and confirmed_at is null
            """)
        .execute(Tuple.of(personId, Times.utc(at)))
        .map(done -> done.rowCount() == 1);
  }

  /** Uses the step up; false where it, or a later one, was used already. */
  Future<Boolean> useStep(SqlClient client, String personId, long step) {
    return client
        .preparedQuery(
            "update second_factors set last_step = $2 where person_id = $1 and last_step < $2")
        .execute(Tuple.of(personId, step))
        .map(done -> done.rowCount() == 1);
  }

  /** Takes the factor away with its recovery codes; false where there is none. */
  Future<Boolean> remove(SqlClient client, String personId) {
    return client
        .preparedQuery("delete from second_factors where person_id = $1")
        .execute(Tuple.of(personId))
        .map(done -> done.rowCount() == 1);
  }

  Future<Void> addRecoveryCodes(SqlClient client, String personId, List<String> hashes) {
    return client
        .preparedQuery("insert into recovery_codes (person_id, code_hash) values ($1, $2)")
        .executeBatch(hashes.stream().map(hash -> Tuple.of(personId, hash)).toList())
        .mapEmpty();
  }

  /** Uses a recovery code up; false where there is none such. */
  Future<Boolean> useRecoveryCode(SqlClient client, String personId, String hash) {
    return client
        .preparedQuery("delete from recovery_codes where person_id = $1 and code_hash = $2")
        .execute(Tuple.of(personId, hash))
        .map(done -> done.rowCount() == 1);
  }

  Future<Integer> recoveryCodes(SqlClient client, String personId) {
    return client
        .preparedQuery("select count(*)::int as n from recovery_codes where person_id = $1")
        .execute(Tuple.of(personId))
        .map(rows -> first(rows).getInteger("n"));
  }

  private static Row first(RowSet<Row> rows) {
    return rows.iterator().next();
  }

  private static Enrolled enrolled(Row row) {
    return new Enrolled(factor(row), row.getString("name"), row.getString("organisation_id"));
  }

  private static SecondFactor factor(Row row) {
    Buffer secret = row.getBuffer("secret");
    return new SecondFactor(
        row.getString("person_id"),
        SecondFactor.Kind.valueOf(row.getString("kind")),
        secret == null ? null : secret.getBytes(),
        Times.of(row, "begun_at"),
        Times.of(row, "confirmed_at"),
        row.getLong("last_step"));
  }
}
