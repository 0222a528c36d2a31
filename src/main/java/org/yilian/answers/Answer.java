package org.yilian.answers;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.yilian.kernel.Texts;
import org.yilian.knowledge.TypicalCase;

/**
 * One answer, before it is told.
 *
 * @param type of the dispute, by the names of {@code DisputeType}
 * @param conclusion a few sentences in plain words, which promise no outcome
 * @param deadlines as {@link DeadlineViews} makes them
 */
record Answer(
    Kind kind,
    String type,
    List<String> conclusion,
    List<CitedArticle> articles,
    List<TypicalCase> cases,
    List<String> evidence,
    List<String> doors,
    List<JsonObject> deadlines) {
  private static final Texts TEXTS = Texts.of("answers");

  /** What became of a question. */
  enum Kind {
    ANSWERED,
    /** About something else than disputes and their law. */
    DECLINED,
    /** On the subject, but nothing reliable was found. */
    UNKNOWN,
    /** Asks for what is never given. */
    REFUSED,
    /** A danger to the asker's own life: nothing but help is said. */
    COMFORTED
  }

  Answer {
    conclusion = List.copyOf(conclusion);
    articles = List.copyOf(articles);
    cases = List.copyOf(cases);
    evidence = List.copyOf(evidence);
    doors = List.copyOf(doors);
    deadlines = List.copyOf(deadlines);
  }

  /** A few words and nothing else. */
  static Answer plain(Kind kind, String words) {
    return new Answer(
        kind, "OTHER", List.of(words), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** The same with a conclusion in other words. */
  Answer concluding(List<String> words) {
    return new Answer(kind, type, words, articles, cases, evidence, doors, deadlines);
  }

  JsonObject articlesJson() {
    return part("articles").put("items", array(articles.stream().map(CitedArticle::json).toList()));
  }

  JsonObject casesJson() {
    List<JsonObject> items =
        cases.stream()
            .map(
                one ->
                    JsonObject.of(
                        "title", one.title(), "facts", one.facts(), "outcome", one.outcome()))
            .toList();
    return part("cases").put("label", TEXTS.get("case.label")).put("items", array(items));
  }

  JsonObject nextJson() {
    return part("next")
        .put("evidence", new JsonArray(evidence))
        .put("doors", new JsonArray(doors))
        .put("deadlines", array(deadlines));
  }

  static JsonObject part(String part) {
    return JsonObject.of("part", part);
  }

  private static JsonArray array(List<JsonObject> items) {
    return new JsonArray(items);
  }
}
