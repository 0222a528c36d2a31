package org.yilian.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yilian.db.Database;
import org.yilian.knowledge.sources.BoundedLines;
import org.yilian.knowledge.sources.TooLarge;
import org.yilian.knowledge.sources.Unreadable;

/**
 * The base of questions whose answers are known. It grows from what a person has confirmed and from
 * imports, and teaches search which laws people ask about and in which words.
 */
public final class KnownQuestions {
  private static final String CONFIRMED = "确认";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST = 2_000;
  private static final long LARGEST = 64L << 20;
  private static final int SHOWN = 50;

  private final KnownQuestionStore store = new KnownQuestionStore();
  private final ChangeStore changes = new ChangeStore();
  private final Database database;
  private final Clock clock;

  public KnownQuestions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What a file of questions holds. */
  public record Asked(String id, String question, List<Citation> articles, List<String> unread) {}

  /** As {@link #read(Path, String)}, called as the file is. */
  public static List<Asked> read(Path file) throws IOException, Unreadable {
    return read(file, String.valueOf(file.getFileName()));
  }

  /**
   * Reads one JSON object a line: {@code id, question, articles}, the articles as 民法典第五十四条.
   *
   * @throws Unreadable with the line that is wrong
   */
  public static List<Asked> read(Path file, String name) throws IOException, Unreadable {
    if (!Files.isRegularFile(file)) {
      throw new Unreadable(name, "没有这个文件");
    }
    if (Files.size(file) > LARGEST) {
      throw new Unreadable(name, "文件太大");
    }
    List<Asked> asked = new ArrayList<>();
    int number = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      BoundedLines lines = new BoundedLines(in);
      for (String line = lines.next(); line != null; line = lines.next()) {
        number++;
        if (!line.isBlank()) {
          asked.add(asked(line, name, number));
        }
      }
    } catch (CharacterCodingException foreign) {
      throw new Unreadable(name, "第 " + (number + 1) + " 行附近不是 UTF-8 文字");
    } catch (TooLarge endless) {
      throw new Unreadable(name, "第 " + (number + 1) + " 行太长");
    }
    if (asked.isEmpty()) {
      throw new Unreadable(name, "里面没有问题");
    }
    return asked;
  }

  private static Asked asked(String line, String name, int number) throws Unreadable {
    JsonNode entry;
    try {
      entry = MAPPER.readTree(line);
    } catch (JsonProcessingException broken) {
      throw new Unreadable(name, "第 " + number + " 行不是完整的 JSON");
    }
    String question = entry.path("question").asText("").strip();
    if (question.isEmpty() || question.length() > LONGEST || question.indexOf('\0') >= 0) {
      throw new Unreadable(name, "第 " + number + " 行没有 question（问题），或者太长");
    }
    List<Citation> articles = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (JsonNode article : entry.path("articles")) {
      String text = article.asText("");
      Citation.parse(text).ifPresentOrElse(articles::add, () -> unread.add(text));
    }
    String id = entry.path("id").asText("");
    return new Asked(id.isEmpty() ? name + "#" + number : id, question, articles, unread);
  }

  /**
   * Adds a question whose answer a mediator or lawyer has confirmed; names and numbers are gone.
   *
   * @param client the transaction in which it was confirmed
   * @param articles as {@link Citation#parse} reads them
   */
  public Future<Void> confirm(SqlClient client, String id, String question, List<String> articles) {
    List<Citation> cited = articles.stream().flatMap(one -> Citation.parse(one).stream()).toList();
    KnownQuestion known = new KnownQuestion(id, question, CONFIRMED, cited);
    return put(client, List.of(known), CONFIRMED, null).mapEmpty();
  }

  /**
   * Takes questions in, all or none; those that are there with the same words and articles are
   * left.
   *
   * @return how many are new or different
   */
  public Future<Integer> take(List<Asked> asked, String source, String by) {
    return database.inTransaction(client -> put(client, known(asked, source), source, by));
  }

  private static List<KnownQuestion> known(List<Asked> asked, String source) {
    return asked.stream()
        .map(one -> new KnownQuestion(one.id(), one.question(), source, one.articles()))
        .toList();
  }

  /**
   * What an import of these would do. Changes nothing.
   *
   * @return {@code {added, changed, unchanged, leftOut, questions: [{question, before?}]}}; of the
   *     new and the changed the first, left out the articles that cannot be read
   */
  public Future<JsonObject> preview(List<Asked> asked) {
    List<String> unread = asked.stream().flatMap(one -> one.unread().stream()).distinct().toList();
    return database
        .withConnection(store::all)
        .map(
            known -> {
              List<KnownQuestion> fresh =
                  known(asked, "").stream().filter(one -> !isKnown(known, one)).toList();
              long added = fresh.stream().filter(one -> !known.containsKey(one.id())).count();
              JsonArray shown = new JsonArray();
              fresh.stream().limit(SHOWN).map(one -> shown(known, one)).forEach(shown::add);
              return new JsonObject()
                  .put("added", added)
                  .put("changed", fresh.size() - added)
                  .put("unchanged", asked.size() - fresh.size())
                  .put("leftOut", new JsonArray(unread.stream().limit(SHOWN).toList()))
                  .put("questions", shown);
            });
  }

  private static JsonObject shown(Map<String, KnownQuestion> known, KnownQuestion now) {
    KnownQuestion before = known.get(now.id());
    JsonObject shown = JsonObject.of("question", words(now));
    return before == null ? shown : shown.put("before", words(before));
  }

  private static String words(KnownQuestion one) {
    return one.question()
        + one.articles().stream()
            .map(Citation::toString)
            .collect(Collectors.joining("、", "（", "）"));
  }

  private Future<Integer> put(
      SqlClient client, List<KnownQuestion> questions, String source, String by) {
    return changes
        .lock(client)
        .compose(locked -> store.all(client))
        .map(known -> questions.stream().filter(one -> !isKnown(known, one)).toList())
        .compose(
            fresh ->
                fresh.isEmpty()
                    ? Future.succeededFuture(0)
                    : store
                        .put(client, fresh)
                        .compose(in -> record(client, fresh.size(), source, by))
                        .map(fresh.size()));
  }

  private static boolean isKnown(Map<String, KnownQuestion> known, KnownQuestion question) {
    KnownQuestion before = known.get(question.id());
    return before != null
        && before.question().equals(question.question())
        && before.articles().containsAll(question.articles())
        && question.articles().containsAll(before.articles());
  }

  private Future<Void> record(SqlClient client, int count, String source, String by) {
    JsonObject outcome = JsonObject.of("questions", count);
    return changes.record(client, "QUESTIONS", source, outcome, by, clock.instant());
  }
}
