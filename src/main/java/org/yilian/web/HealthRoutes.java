package org.yilian.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;
import org.yilian.db.Database;

/** Whether the process lives, and whether it can serve. */
final class HealthRoutes {
  private HealthRoutes() {}

  /**
   * Who watched the count from outside would see when a paper of the other side is made: it is told
   * on the machine itself alone.
   */
  private static void tell(RoutingContext context, Supplier<JsonObject> making) {
    if (Addresses.isLoopback(Addresses.of(context.request()))) {
      context.json(making.get());
    } else {
      context.next();
    }
  }

  static void addTo(Router router, Database database, Supplier<JsonObject> making) {
    router.get("/health/documents").handler(context -> tell(context, making));
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
