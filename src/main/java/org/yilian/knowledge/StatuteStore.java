package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of the versions of statutes, and of what ends them. */
final class StatuteStore {
  /** A version that is there. */
  record Stored(long id, String key, LocalDate published, String print) {}

  Future<List<Stored>> stored(SqlClient client) {
    return client
        .query("select id, law_key, published, print from statutes")
        .execute()
        .map(rows -> rows.stream().map(StatuteStore::stored).toList());
  }

  private static Stored stored(Row row) {
    return new Stored(
        row.getLong("id"),
        row.getString("law_key"),
        row.getLocalDate("published"),
        row.getString("print"));
  }

  Future<Long> insert(SqlClient client, IncomingStatute statute) {
    String sql =
        """
        insert into statutes (law, law_key, category, published, stated_from, effective_from, print)
        values ($1, $2, $3, $4, $5, $6, $7) returning id
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                statute.text().law(),
                statute.key(),
                statute.text().category(),
                statute.published(),
                statute.stated(),
                statute.from(),
                statute.print()))
        .map(rows -> rows.iterator().next().getLong("id"));
  }

  Future<Void> insertRepeals(SqlClient client, long statute, Map<String, String> repeals) {
    if (repeals.isEmpty()) {
      return Future.succeededFuture();
    }
    String sql =
        """
        insert into statute_repeals (statute_id, law_key, basis)
        select $1, * from unnest($2::text[], $3::text[])
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                statute,
                repeals.keySet().toArray(String[]::new),
                repeals.values().toArray(String[]::new)))
        .mapEmpty();
  }

  /** With its articles and repeals. */
  Future<Void> delete(SqlClient client, long statute) {
    return client
        .preparedQuery("delete from statutes where id = $1")
        .execute(Tuple.of(statute))
        .mapEmpty();
  }

  Future<List<Validity.Version>> versions(SqlClient client) {
    return client
        .query("select id, law, published, stated_from from statutes")
        .execute()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Validity.Version(
                                row.getLong("id"),
                                row.getString("law"),
                                row.getLocalDate("published"),
                                row.getLocalDate("stated_from")))
                    .toList());
  }

  Future<List<Validity.Repeal>> repeals(SqlClient client) {
    return client
        .query("select statute_id, law_key, basis from statute_repeals order by 1, 2")
        .execute()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Validity.Repeal(
                                row.getLong("statute_id"),
                                row.getString("law_key"),
                                row.getString("basis")))
                    .toList());
  }

  /** Sets the ends that are given and takes away all others. */
  Future<Void> end(SqlClient client, Map<Long, End> ends) {
    List<Long> ids = new ArrayList<>(ends.keySet());
    String sql =
        """
        update statutes s set effective_to = e.day, repealed_by = e.by
        from (select t.id, g.day, g.by from statutes t
          left join unnest($1::bigint[], $2::date[], $3::text[]) g (id, day, by) on g.id = t.id) e
        where s.id = e.id and (s.effective_to, s.repealed_by) is distinct from (e.day, e.by)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                ids.toArray(Long[]::new),
                ids.stream().map(id -> ends.get(id).day()).toArray(LocalDate[]::new),
                ids.stream().map(id -> ends.get(id).by()).toArray(String[]::new)))
        .mapEmpty();
  }

  /** The ends that stand. */
  Future<Map<Long, End>> ends(SqlClient client) {
    return client
        .query("select id, effective_to, repealed_by from statutes where effective_to is not null")
        .execute()
        .map(
            rows -> {
              Map<Long, End> ends = new HashMap<>();
              rows.forEach(
                  row ->
                      ends.put(
                          row.getLong("id"),
                          new End(row.getLocalDate("effective_to"), row.getString("repealed_by"))));
              return ends;
            });
  }

  /** From when each version of a law applies, by id. */
  Future<Map<Long, LocalDate>> from(SqlClient client, String key) {
    return client
        .preparedQuery("select id, effective_from from statutes where law_key = $1")
        .execute(Tuple.of(key))
        .map(
            rows -> {
              Map<Long, LocalDate> from = new HashMap<>();
              rows.forEach(row -> from.put(row.getLong("id"), row.getLocalDate("effective_from")));
              return from;
            });
  }

  /** One version. */
  Future<Optional<Statute>> find(SqlClient client, long id) {
    String sql =
        """
        select id, law, category, published, stated_from, effective_from, effective_to, repealed_by
        from statutes where id = $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(id))
        .map(rows -> rows.stream().map(StatuteStore::statute).findFirst());
  }

  Future<Map<Long, Statute>> statutes(SqlClient client) {
    String sql =
        """
        select id, law, category, published, stated_from, effective_from, effective_to, repealed_by
        from statutes
        """;
    return client
        .query(sql)
        .execute()
        .map(
            rows -> {
              Map<Long, Statute> statutes = new HashMap<>();
              rows.forEach(row -> statutes.put(row.getLong("id"), statute(row)));
              return statutes;
            });
  }

  private static Statute statute(Row row) {
    LocalDate from = row.getLocalDate("effective_from");
    return new Statute(
        row.getLong("id"),
        row.getString("law"),
        row.getString("category"),
        row.getLocalDate("published"),
        from,
        from.equals(row.getLocalDate("stated_from")),
        row.getLocalDate("effective_to"),
        row.getString("repealed_by"));
  }
}
