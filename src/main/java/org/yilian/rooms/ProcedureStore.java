package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.yilian.db.Times;

/** Consents, disclosures, identity checks and safety answers in the database. */
final class ProcedureStore {

  Future<List<Consent>> consents(SqlClient client, String roomId) {
    return ofRoom(
        client,
        """
        select c.member_id, c.kind, c.about_member_id, c.given, c.at
        from consents c join members m on m.id = c.member_id where m.room_id = $1
        order by c.at, c.kind
        """,
        roomId,
        ProcedureStore::consent);
  }

  Future<List<Disclosure>> disclosures(SqlClient client, String roomId) {
    return ofRoom(
        client,
        "select member_id, relation, text, at from disclosures where room_id = $1",
        roomId,
        row ->
            new Disclosure(
                row.getString("member_id"),
                Disclosure.Relation.valueOf(row.getString("relation")),
                row.getString("text"),
                Times.of(row, "at")));
  }

  Future<List<IdentityCheck>> identityChecks(SqlClient client, String roomId) {
    return ofRoom(
        client,
        """
        select i.member_id, i.method, i.checked_by, i.at
        from identity_checks i join members m on m.id = i.member_id where m.room_id = $1
        """,
        roomId,
        row ->
            new IdentityCheck(
                row.getString("member_id"),
                IdentityCheck.Method.valueOf(row.getString("method")),
                row.getString("checked_by"),
                Times.of(row, "at")));
  }

  Future<List<SafetyAnswer>> safetyAnswers(SqlClient client, String roomId) {
    return ofRoom(
        client,
        """
        select s.member_id, s.at, s.voluntary, s.alone, s.safe
        from safety_answers s join members m on m.id = s.member_id where m.room_id = $1
        order by s.at
        """,
        roomId,
        ProcedureStore::safetyAnswer);
  }

  Future<Void> put(SqlClient client, Consent consent) {
    String sql =
        """
        insert into consents (member_id, kind, about_member_id, given, at)
        values ($1, $2, $3, $4, $5)
        on conflict (member_id, kind, about_member_id)
        do update set given = excluded.given, at = excluded.at
        """;
    String about = consent.aboutMemberId() == null ? "" : consent.aboutMemberId();
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                consent.memberId(),
                consent.kind().name(),
                about,
                consent.given(),
                Times.utc(consent.at())))
        .mapEmpty();
  }

  /** A joint session that is over was consented to; the next one is asked for anew. */
  Future<Void> forgetJointConsents(SqlClient client, String roomId) {
    String sql =
        """
        delete from consents c using members m
        where m.id = c.member_id and m.room_id = $1 and c.kind = 'JOINT_SESSION'
        """;
    return client.preparedQuery(sql).execute(Tuple.of(roomId)).mapEmpty();
  }

  Future<Void> put(SqlClient client, String roomId, Disclosure disclosure) {
    String sql =
        """
        insert into disclosures (room_id, member_id, relation, text, at)
        values ($1, $2, $3, $4, $5)
        on conflict (member_id)
        do update set relation = excluded.relation, text = excluded.text, at = excluded.at
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                roomId,
                disclosure.memberId(),
                disclosure.relation().name(),
                disclosure.text(),
                Times.utc(disclosure.at())))
        .mapEmpty();
  }

  Future<Void> put(SqlClient client, IdentityCheck check, String note) {
    String sql =
        """
        insert into identity_checks (member_id, method, note, checked_by, at)
        values ($1, $2, $3, $4, $5)
        on conflict (member_id) do update set method = excluded.method, note = excluded.note,
          checked_by = excluded.checked_by, at = excluded.at
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                check.memberId(),
                check.method().name(),
                note,
                check.checkedBy(),
                Times.utc(check.at())))
        .mapEmpty();
  }

  Future<Void> add(SqlClient client, SafetyAnswer answer) {
    String sql =
        """
        insert into safety_answers (member_id, at, voluntary, alone, safe)
        values ($1, $2, $3, $4, $5)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                answer.memberId(),
                Times.utc(answer.at()),
                answer.voluntary(),
                answer.alone(),
                answer.safe()))
        .mapEmpty();
  }

  private static <T> Future<List<T>> ofRoom(
      SqlClient client, String sql, String roomId, java.util.function.Function<Row, T> reader) {
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(roomId))
        .map(rows -> rows.stream().map(reader).toList());
  }

  private static SafetyAnswer safetyAnswer(Row row) {
    return new SafetyAnswer(
        row.getString("member_id"),
        Times.of(row, "at"),
        row.getBoolean("voluntary"),
        row.getBoolean("alone"),
        row.getBoolean("safe"));
  }

  private static Consent consent(Row row) {
    String about = row.getString("about_member_id");
    return new Consent(
        row.getString("member_id"),
        ConsentKind.valueOf(row.getString("kind")),
        about.isEmpty() ? null : about,
        row.getBoolean("given"),
        Times.of(row, "at"));
  }
}
