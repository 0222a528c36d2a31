package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Times;

/** Rows of the books. A year is a year in China. */
final class BookStore {

  /** What was sealed; of an agreement also when the last of all signed, else null. */
  record SealRow(JsonObject shown, Instant signedAt, Instant sealedAt) {}

  /** A clerk's own entry about an agreement. */
  record Entry(String id, String agreementId, String person, Instant at) {}

  Future<List<JsonObject>> numbers(SqlClient client, String host, int year) {
    return client
        .preparedQuery(
            """
            select a.number, a.status, a.created_at, a.sealed_at from agreements a
            where a.host_organisation_id = $1
              and extract(year from a.created_at at time zone 'Asia/Shanghai') = $2
            order by substring(a.number from '第(\\d+)号')::int, a.number
            """)
        .execute(Tuple.of(host, year))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new JsonObject()
                                .put("number", row.getString("number"))
                                .put("status", row.getString("status"))
                                .put("givenAt", Times.text(row, "created_at"))
                                .put("sealedAt", Times.text(row, "sealed_at")))
                    .toList());
  }

  Future<List<SealRow>> seals(SqlClient client, String host, int year) {
    return client
        .preparedQuery(
            """
            select u.template, u.number, u.at, u.sha256, u.pages, u.agreement_id, p.name as clerk,
              case when a.document_sha256 = u.sha256 then (
                select max(s.at) from agreement_signatures s
                where s.agreement_id = a.id and s.version = a.version) end as signed_at
            from seal_uses u left join agreements a on a.id = u.agreement_id
            left join people p on p.id = u.by_person
            where u.organisation_id = $1
              and extract(year from u.at at time zone 'Asia/Shanghai') = $2
            order by u.at, u.number
            """)
        .execute(Tuple.of(host, year))
        .map(rows -> rows.stream().map(BookStore::seal).toList());
  }

  private static SealRow seal(Row row) {
    JsonObject shown =
        new JsonObject()
            .put("agreementId", row.getString("agreement_id"))
            .put("template", row.getString("template"))
            .put("number", row.getString("number"))
            .put("sealedAt", Times.text(row, "at"))
            .put("sealedBy", row.getString("clerk"))
            .put("sha256", row.getString("sha256"))
            .put("pages", row.getInteger("pages"));
    return new SealRow(shown, Times.of(row, "signed_at"), Times.of(row, "at"));
  }

  Future<List<JsonObject>> prints(SqlClient client, String host, int year) {
    return client
        .preparedQuery(
            """
            select a.id, a.number, e.copies, e.purpose, e.at, p.name as clerk
            from prints e join agreements a on a.id = e.agreement_id
            left join people p on p.id = e.by_person
            where a.host_organisation_id = $1
              and extract(year from e.at at time zone 'Asia/Shanghai') = $2
            order by e.at
            """)
        .execute(Tuple.of(host, year))
        .map(
            rows ->
                rows.stream()
                    .map(row -> entry(row).put("purpose", row.getString("purpose")))
                    .toList());
  }

  /** What the clerk entered, and what a party fetched by a link of its own. */
  Future<List<JsonObject>> services(SqlClient client, String host, int year) {
    return client
        .preparedQuery(
            """
            select a.id, a.number, y.name as party, e.manner, e.copies, e.served_on, e.note, e.at,
              p.name as clerk
            from services e join agreements a on a.id = e.agreement_id
            join parties y on y.id = e.party_id
            left join people p on p.id = e.by_person
            where a.host_organisation_id = $1 and extract(year from e.served_on) = $2
            union all
            select a.id, a.number, coalesce(y.name, v.name), 'FETCHED', 1,
              (l.spent_at at time zone 'Asia/Shanghai')::date, null, l.spent_at, null
            from document_links l join agreements a on a.id = l.agreement_id
            left join parties y on y.id = l.principal_id
            left join representatives v on v.id = l.principal_id
            where a.host_organisation_id = $1 and l.spent_at is not null
            and l.paper = 'agreement-' || a.id
              and extract(year from l.spent_at at time zone 'Asia/Shanghai') = $2
            order by at
            """)
        .execute(Tuple.of(host, year))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            entry(row)
                                .put("party", row.getString("party"))
                                .put("manner", row.getString("manner"))
                                .put("servedOn", row.getLocalDate("served_on").toString())
                                .put("note", row.getString("note")))
                    .toList());
  }

  private static JsonObject entry(Row row) {
    return new JsonObject()
        .put("agreementId", row.getString("id"))
        .put("number", row.getString("number"))
        .put("copies", row.getInteger("copies"))
        .put("at", Times.text(row, "at"))
        .put("by", row.getString("clerk"));
  }

  /** Whether it is sealed; empty where the organisation does not host it. */
  Future<Optional<Boolean>> sealed(SqlClient client, String agreementId, String host) {
    return client
        .preparedQuery(
            """
            select document_file_id is not null as sealed from agreements
            where id = $1 and host_organisation_id = $2 and status <> 'DRAFT'
            """)
        .execute(Tuple.of(agreementId, host))
        .map(rows -> rows.stream().map(row -> row.getBoolean("sealed")).findFirst());
  }

  /** Whether the party is one of the agreement's. */
  Future<Boolean> concerns(SqlClient client, String agreementId, String partyId) {
    return client
        .preparedQuery(
            """
            select 1 from agreements a join parties p on p.dispute_id = a.dispute_id
            where a.id = $1 and p.id = $2
            """)
        .execute(Tuple.of(agreementId, partyId))
        .map(rows -> rows.size() > 0);
  }

  Future<Void> print(SqlClient client, Entry entry, int copies, String purpose) {
    return client
        .preparedQuery(
            """
            insert into prints (id, agreement_id, copies, purpose, by_person, at)
            values ($1, $2, $3, $4, $5, $6)
            """)
        .execute(
            Tuple.of(entry.id(), entry.agreementId(), copies, purpose, entry.person(), at(entry)))
        .mapEmpty();
  }

  Future<Void> service(SqlClient client, Entry entry, ServiceForm form) {
    return client
        .preparedQuery(
            """
            insert into services
              (id, agreement_id, party_id, manner, copies, served_on, note, by_person, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """)
        .execute(
            Tuple.from(
                new Object[] {
                  entry.id(),
                  entry.agreementId(),
                  form.partyId(),
                  form.manner().name(),
                  form.copies(),
                  form.servedOn(),
                  form.note(),
                  entry.person(),
                  at(entry)
                }))
        .mapEmpty();
  }

  private static Object at(Entry entry) {
    return entry.at().atOffset(ZoneOffset.UTC);
  }
}
