package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows of vectors, by the print of the text that they were made from. */
final class VectorStore {
  private static final int BYTES_PER_NUMBER = 2;

  /** A text that has no vector yet. */
  record Missing(String print, String text) {}

  /** One vector as it is kept. */
  record Stored(long seq, String print, float[] vector) {}

  /** Two processes never make the same vectors: whoever holds this lock makes them. */
  Future<Boolean> lock(SqlClient session) {
    return session
        .query("select pg_try_advisory_lock(hashtext('knowledge-vectors')) as held")
        .execute()
        .map(rows -> rows.iterator().next().getBoolean("held"));
  }

  /** Questions first, then articles in force, then the rest. */
  Future<List<Missing>> missing(SqlClient client, int limit) {
    String sql =
        """
        select print, min(text) as text from (
          select q.print, q.question as text, 0 as turn from known_questions q
          union all
          select a.print, s.law || ' ' || a.heading || ' ' || a.text,
            case when s.effective_to is null then 1 else 2 end
          from statute_articles a join statutes s on s.id = a.statute_id) t
        where not exists (select 1 from text_vectors v where v.print = t.print)
        group by print order by min(turn), print limit $1
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(limit))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Missing(row.getString("print"), row.getString("text")))
                    .toList());
  }

  /** Those of the given ones that have no vector yet. */
  Future<List<Missing>> absent(SqlClient client, List<Missing> texts) {
    String[] prints = texts.stream().map(Missing::print).toArray(String[]::new);
    return client
        .preparedQuery("select print from text_vectors where print = any($1::text[])")
        .execute(Tuple.of(prints))
        .map(
            rows -> {
              Set<String> there = new HashSet<>();
              rows.forEach(row -> there.add(row.getString("print")));
              return texts.stream().filter(text -> !there.contains(text.print())).toList();
            });
  }

  /** How many are there, and of how many. */
  Future<int[]> progress(SqlClient client) {
    String sql =
        """
        select count(*)::int as texts, count(v.print)::int as done from (
          select print from statute_articles union select print from known_questions) t
        left join text_vectors v on v.print = t.print
        """;
    return client
        .query(sql)
        .execute()
        .map(rows -> rows.iterator().next())
        .map(row -> new int[] {row.getInteger("done"), row.getInteger("texts")});
  }

  Future<Void> insert(SqlClient client, List<String> prints, List<float[]> vectors) {
    String sql =
        """
        insert into text_vectors (print, vector)
        select * from unnest($1::text[], $2::bytea[]) on conflict do nothing
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.tuple()
                .addValue(prints.toArray(String[]::new))
                .addValue(vectors.stream().map(VectorStore::bytes).toArray(Buffer[]::new)))
        .mapEmpty();
  }

  /** Vectors made after a given one, in the order of their making. */
  Future<List<Stored>> after(SqlClient client, long seq, int limit) {
    return client
        .preparedQuery(
            "select seq, print, vector from text_vectors where seq > $1 order by seq limit $2")
        .execute(Tuple.of(seq, limit))
        .map(rows -> rows.stream().map(VectorStore::stored).toList());
  }

  private static Stored stored(Row row) {
    return new Stored(row.getLong("seq"), row.getString("print"), numbers(row.getBuffer("vector")));
  }

  private static Buffer bytes(float[] vector) {
    Buffer bytes = Buffer.buffer(vector.length * BYTES_PER_NUMBER);
    for (float number : vector) {
      bytes.appendShort(HalfPrecision.of(number));
    }
    return bytes;
  }

  private static float[] numbers(Buffer bytes) {
    float[] vector = new float[bytes.length() / BYTES_PER_NUMBER];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = HalfPrecision.value(bytes.getShort(i * BYTES_PER_NUMBER));
    }
    return vector;
  }
}
