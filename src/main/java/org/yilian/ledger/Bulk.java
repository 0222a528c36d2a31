package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/**
 * One act on many disputes of a list. Each is an act of its own, by the same rule as on its page:
 * one that is refused keeps no other from being done, and the answer tells of each.
 */
public final class Bulk {
  private static final Logger LOG = LoggerFactory.getLogger(Bulk.class);
  private static final int MOST = 100;

  private final Assignments assignments;
  private final HandingOn handingOn;

  Bulk(Assignments assignments, HandingOn handingOn) {
    this.assignments = assignments;
    this.handingOn = handingOn;
  }

  /** What can be done with many. */
  private enum Act {
    URGE,
    HAND_ON
  }

  private interface Single {
    Future<Void> on(String disputeId, Form form);
  }

  /**
   * Does {@code {act, ids}} with whatever the act itself takes.
   *
   * @return {@code {items: [{id, done, code?, detail?}], done}}
   */
  public Future<JsonObject> act(Caller caller, JsonObject said) {
    caller.staff();
    Form form = Form.of(said);
    Act act = form.word("act", Act.class);
    List<String> ids = form.texts("ids", MOST, 64);
    if (ids.isEmpty()) {
      form.fault("ids", "请至少选择一件。");
    }
    form.check();
    JsonObject plain = said.copy();
    plain.remove("version");
    Single single =
        act == Act.URGE
            ? (id, one) -> assignments.urge(caller, id, one)
            : (id, one) -> handingOn.handOn(caller, id, one);
    return all(ids.stream().distinct().toList(), plain, single);
  }

  private static Future<JsonObject> all(List<String> ids, JsonObject said, Single single) {
    JsonArray items = new JsonArray();
    Future<Void> done = Future.succeededFuture();
    for (String id : ids) {
      done =
          done.compose(before -> one(id, said, single))
              .map(
                  item -> {
                    items.add(item);
                    return null;
                  });
    }
    return done.map(
        end ->
            new JsonObject()
                .put("items", items)
                .put(
                    "done",
                    items.stream().filter(item -> ((JsonObject) item).getBoolean("done")).count()));
  }

  /** A refusal that names fields is of what was said to all: it is told at once. */
  private static Future<JsonObject> one(String id, JsonObject said, Single single) {
    return Future.<Void>succeededFuture()
        .compose(now -> single.on(id, Form.of(said.copy())))
        .map(done -> JsonObject.of("id", id, "done", true))
        .recover(failure -> told(id, failure));
  }

  private static Future<JsonObject> told(String id, Throwable failure) {
    if (!(failure instanceof Refusal)) {
      LOG.warn("bulk act failed on one dispute", failure);
      Refusal refusal = Refusal.tryAgain();
      return Future.succeededFuture(item(id, refusal));
    }
    Refusal refusal = (Refusal) failure;
    return refusal.status() == 400
        ? Future.failedFuture(refusal)
        : Future.succeededFuture(item(id, refusal));
  }

  private static JsonObject item(String id, Refusal refusal) {
    return JsonObject.of(
        "id", id, "done", false, "code", refusal.code(), "detail", refusal.detail());
  }
}
