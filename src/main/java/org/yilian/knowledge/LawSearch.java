package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yilian.calendar.Deadlines;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;

/** Law and cases for staff: by words, by number, by the type of a dispute, as of a day. */
public final class LawSearch {
  private static final int MOST_WORDS = 200;
  private static final int MOST = 50;
  private static final int USUAL = 12;

  private final Knowledge knowledge;
  private final Clock clock;

  public LawSearch(Knowledge knowledge, Clock clock) {
    this.knowledge = knowledge;
    this.clock = clock;
  }

  /** What is looked for. Either of the first two may be null, not both. */
  private record Asked(String words, String type, LocalDate day, int limit) {}

  /**
   * Looks up {@code ?q=&type=&day=&limit=}: with words the articles that fit them, those of the
   * type first; with a type alone those that its disputes turn on. The cases are those of the type.
   *
   * @return {@code {day, byMeaning, items, ended, cases, missing?, unheld?}}; items as {@link
   *     FoundArticle} tells them; {@code ended} the article that was asked for by its number where
   *     it does not apply on the day; {@code unheld} the law that was asked for and is not there
   */
  public Future<JsonObject> search(Caller caller, JsonObject query) {
    caller.staff();
    Asked asked = read(query);
    return asked.words() == null
        ? Future.succeededFuture(ofType(asked))
        : knowledge
            .search(asked.words(), asked.day(), asked.limit())
            .map(found -> found(asked, found));
  }

  private Asked read(JsonObject query) {
    Form form = Form.of(query);
    String words = form.optionalText("q", MOST_WORDS);
    String type = form.optionalText("type", 40);
    LocalDate day = form.optionalDate("day");
    if (words == null && type == null) {
      form.fault("q", "请写要找什么，或者选一个纠纷类型。");
    }
    if (type != null && cases(type).isEmpty() && gists(type).isEmpty()) {
      form.fault("type", "没有这个纠纷类型。");
    }
    int limit = limit(form, query.getString("limit"));
    form.check();
    LocalDate today = Deadlines.dateOf(clock.instant());
    return new Asked(words, type, Optional.ofNullable(day).orElse(today), limit);
  }

  private static int limit(Form form, String limit) {
    try {
      return limit == null ? USUAL : Math.max(1, Math.min(MOST, Integer.parseInt(limit)));
    } catch (NumberFormatException e) {
      form.fault("limit", "应为整数。");
      return USUAL;
    }
  }

  private List<Gist> gists(String type) {
    return knowledge.digest().gists().stream().filter(gist -> gist.types().contains(type)).toList();
  }

  private List<JsonObject> cases(String type) {
    return knowledge.digest().cases().stream()
        .filter(one -> one.type().equals(type))
        .map(LawSearch::view)
        .toList();
  }

  private static JsonObject view(TypicalCase one) {
    return JsonObject.of("title", one.title(), "facts", one.facts(), "outcome", one.outcome())
        .put("articles", new JsonArray(one.articles()));
  }

  private JsonObject ofType(Asked asked) {
    List<JsonObject> items =
        gists(asked.type()).stream()
            .filter(gist -> !knowledge.ended(citation(gist), asked.day()))
            .map(gist -> FoundArticle.of(gist, inForce(gist, asked.day())).json())
            .limit(asked.limit())
            .toList();
    return answer(asked, items).put("byMeaning", false);
  }

  private Optional<Article> inForce(Gist gist, LocalDate day) {
    return knowledge.article(citation(gist), day);
  }

  private static Citation citation(Gist gist) {
    return Citation.of(gist.law(), gist.number());
  }

  private JsonObject found(Asked asked, Found found) {
    List<FoundArticle> all = found.hits().stream().map(FoundArticle::of).toList();
    List<JsonObject> items =
        all.stream()
            .sorted((a, b) -> Boolean.compare(b.isOf(asked.type()), a.isOf(asked.type())))
            .map(FoundArticle::json)
            .toList();
    JsonObject answer =
        answer(asked, items)
            .put("byMeaning", found.topCosine().isPresent())
            .put("ended", ended(asked, found));
    found.missing().ifPresent(name -> answer.put("missing", name));
    found.unheld().ifPresent(name -> answer.put("unheld", name));
    return answer;
  }

  /** Of an article that was asked for by its number every version, if none applies on the day. */
  private JsonArray ended(Asked asked, Found found) {
    JsonArray ended = new JsonArray();
    if (found.hits().isEmpty()) {
      knowledge.versions(asked.words()).stream()
          .limit(asked.limit())
          .map(article -> FoundArticle.of(article).json())
          .forEach(ended::add);
    }
    return ended;
  }

  private JsonObject answer(Asked asked, List<JsonObject> items) {
    return new JsonObject()
        .put("day", asked.day().toString())
        .put("items", new JsonArray(items))
        .put("ended", new JsonArray())
        .put("cases", new JsonArray(asked.type() == null ? List.of() : cases(asked.type())));
  }
}
