package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * 常用视图: filters of the list that a person keeps under a name, at whichever desk he signs in. The
 * words that he searched for are not kept: they may be somebody's name or number.
 */
public final class SavedViews {
  static final int MOST = 30;

  private static final int NAME = 30;
  private static final List<String> WORDS =
      List.of("status", "type", "level", "risk", "channel", "area", "from", "to");
  private static final List<String> FLAGS = List.of("overdue", "alarm");

  private final SavedViewStore store = new SavedViewStore();
  private final Database database;
  private final Vault vault;
  private final Clock clock;

  public SavedViews(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /** The caller's own views by name: {@code {name, filters}}. */
  public Future<List<JsonObject>> list(Caller caller) {
    String person = caller.staff().principalId();
    return database.withConnection(client -> store.of(client, person));
  }

  /** Keeps filters under a name: {@code {name, filters}}, in place of what it named before. */
  public Future<JsonObject> keep(Caller caller, Form form, JsonObject said) {
    String person = caller.staff().principalId();
    String name = form.text("name", NAME);
    form.check();
    JsonObject filters = read(said.getValue("filters"));
    return database
        .inTransaction(
            client ->
                room(client, person, name)
                    .compose(may -> store.put(client, person, name, filters, clock.instant())))
        .map(done -> JsonObject.of("name", name, "filters", filters));
  }

  /** What narrows nothing is left out; what no list understands is refused by its field. */
  private JsonObject read(Object said) {
    JsonObject filters = new JsonObject();
    if (said instanceof JsonObject all) {
      WORDS.stream()
          .filter(word -> all.getValue(word) instanceof String typed && !typed.isBlank())
          .forEach(word -> filters.put(word, all.getString(word)));
      FLAGS.stream()
          .filter(flag -> Boolean.TRUE.equals(all.getValue(flag)))
          .forEach(flag -> filters.put(flag, true));
    }
    JsonObject asked = filters.copy();
    FLAGS.forEach(asked::remove);
    Form form = Form.of(asked);
    FilterForm.read(form, vault, clock.instant());
    form.check();
    return filters;
  }

  private Future<Void> room(SqlClient client, String person, String name) {
    return store
        .others(client, person, name)
        .compose(
            others ->
                others < MOST
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        Refusal.field("name", "最多保存 " + MOST + " 个常用视图，请先删掉不用的。")));
  }

  /** Forgets one; of one that is not there nothing happens. */
  public Future<Void> forget(Caller caller, String name) {
    String person = caller.staff().principalId();
    return database.withConnection(client -> store.remove(client, person, name));
  }
}
