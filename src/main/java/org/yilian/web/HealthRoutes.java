package org.yilian.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.function.Supplier;
import org.yilian.db.Database;

/** Whether the process lives, and whether it can serve. */
final class HealthRoutes {
  private HealthRoutes() {}

  static void addTo(Router router, Database database, Supplier<JsonObject> making) {
    router.get("/health/documents").handler(context -> context.json(making.get()));
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
