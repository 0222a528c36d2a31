package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;

/** What is held, for administrators. */
public final class Statutes {
  private final StatuteListStore store = new StatuteListStore();
  private final VectorStore vectors = new VectorStore();
  private final Database database;

  public Statutes(Database database) {
    this.database = database;
  }

  /**
   * Versions by name: {@code ?q=&after=&limit=}.
   *
   * @return {@code {items, next?}}
   */
  public Future<JsonObject> list(Caller caller, JsonObject query, long after, int limit) {
    Repeals.administrator(caller);
    Form form = Form.of(query);
    String words = form.optionalText("q", 100);
    form.check();
    return database
        .withConnection(
            client ->
                store.page(
                    client, words == null ? "" : LawName.key(words), Math.max(0, after), limit))
        .map(page -> listed(page, after, limit));
  }

  private static JsonObject listed(List<JsonObject> page, long after, int limit) {
    JsonObject listed = JsonObject.of("items", new JsonArray(page));
    return page.size() < limit ? listed : listed.put("next", String.valueOf(after + limit));
  }

  /**
   * How much is held, and for how much of it vectors are made: {@code {statutes, articles,
   * questions, vectors, texts}}.
   */
  public Future<JsonObject> sums(Caller caller) {
    Repeals.administrator(caller);
    return database.withConnection(
        client ->
            store
                .sums(client)
                .compose(
                    sums ->
                        vectors
                            .progress(client)
                            .map(made -> sums.put("vectors", made[0]).put("texts", made[1]))));
  }
}
