package org.yilian.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;
import org.yilian.db.Database;

/** Whether the process lives, and whether it can serve. */
public final class HealthRoutes {
  private final Database database;
  private final Supplier<JsonObject> making;

  /**
   * @param making how the making of documents stands
   */
  public HealthRoutes(Database database, Supplier<JsonObject> making) {
    this.database = database;
    this.making = making;
  }

  /**
   * Who watched the count from outside would see when a paper of the other side is made: it is told
   * on the machine itself alone.
   */
  private void tell(RoutingContext context) {
    if (Addresses.isLoopback(Addresses.of(context.request()))) {
      context.json(making.get());
    } else {
      context.next();
    }
  }

  void addTo(Router router) {
    router.get("/health/documents").handler(this::tell);
    router
        .get("/health/live")
        .handler(context -> context.json(new JsonObject().put("status", "UP")));
    router
        .get("/health/ready")
        .handler(
            context ->
                database
                    .pool()
                    .query("select 1")
                    .execute()
                    .onSuccess(done -> context.json(new JsonObject().put("status", "UP")))
                    .onFailure(
                        failure ->
                            context
                                .response()
                                .setStatusCode(503)
                                .end(new JsonObject().put("status", "DOWN").encode())));
  }
}
