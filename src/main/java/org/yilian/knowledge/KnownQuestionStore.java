package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yilian.kernel.Hash;

/** Rows of known questions and of the articles that answer them. */
final class KnownQuestionStore {
  private static final int AT_ONCE = 1_000;

  Future<Map<String, KnownQuestion>> all(SqlClient client) {
    String sql =
        """
        select q.id, q.question, q.source, a.law_key, a.main, a.added
        from known_questions q left join known_question_articles a on a.question_id = q.id
        order by q.id, a.law_key, a.main, a.added
        """;
    return client
        .query(sql)
        .execute()
        .map(
            rows -> {
              Map<String, KnownQuestion> questions = new HashMap<>();
              rows.forEach(
                  row -> {
                    KnownQuestion question =
                        questions.computeIfAbsent(
                            row.getString("id"),
                            id ->
                                new KnownQuestion(
                                    id,
                                    row.getString("question"),
                                    row.getString("source"),
                                    new ArrayList<>()));
                    if (row.getString("law_key") != null) {
                      ArticleNumber number =
                          new ArticleNumber(row.getInteger("main"), row.getInteger("added"));
                      question.articles().add(new Citation(row.getString("law_key"), number));
                    }
                  });
              return questions;
            });
  }

  Future<Void> put(SqlClient client, List<KnownQuestion> questions) {
    Future<Void> done = Future.succeededFuture();
    for (int from = 0; from < questions.size(); from += AT_ONCE) {
      List<KnownQuestion> part =
          questions.subList(from, Math.min(questions.size(), from + AT_ONCE));
      done = done.compose(before -> putPart(client, part)).compose(in -> putArticles(client, part));
    }
    return done;
  }

  private static Future<Void> putPart(SqlClient client, List<KnownQuestion> part) {
    String sql =
        """
        with gone as (delete from known_question_articles where question_id = any($1::text[]))
        insert into known_questions (id, question, source, print)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
        on conflict (id) do update
        set question = excluded.question, source = excluded.source, print = excluded.print
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                part.stream().map(KnownQuestion::id).toArray(String[]::new),
                part.stream().map(KnownQuestion::question).toArray(String[]::new),
                part.stream().map(KnownQuestion::source).toArray(String[]::new),
                part.stream().map(one -> print(one.question())).toArray(String[]::new)))
        .mapEmpty();
  }

  /** Of the words that the question's vector is made from. */
  static String print(String question) {
    return Hash.of(question).hex();
  }

  private static Future<Void> putArticles(SqlClient client, List<KnownQuestion> part) {
    List<String> ids = new ArrayList<>();
    List<Citation> citations = new ArrayList<>();
    for (KnownQuestion question : part) {
      for (Citation citation : question.articles()) {
        ids.add(question.id());
        citations.add(citation);
      }
    }
    String sql =
        """
        insert into known_question_articles (question_id, law_key, main, added)
        select * from unnest($1::text[], $2::text[], $3::int[], $4::int[])
        on conflict do nothing
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                ids.toArray(String[]::new),
                citations.stream().map(Citation::lawKey).toArray(String[]::new),
                citations.stream().map(one -> one.number().main()).toArray(Integer[]::new),
                citations.stream().map(one -> one.number().added()).toArray(Integer[]::new)))
        .mapEmpty();
  }
}
