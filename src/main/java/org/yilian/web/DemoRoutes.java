package org.yilian.web;

import static io.vertx.core.http.HttpMethod.GET;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.yilian.identity.Sms;

/** The cast and the outbox. Added in demo mode only: outside it these routes do not exist. */
public final class DemoRoutes {
  private final JsonObject cast;
  private final Sms sms;

  public DemoRoutes(JsonObject cast, Sms sms) {
    this.cast = cast;
    this.sms = sms;
  }

  public void addTo(Api api) {
    api.open(GET, "/demo/cast", request -> Future.succeededFuture(Reply.ok(cast)));
    api.open(GET, "/demo/outbox", this::outbox);
  }

  private Future<Reply> outbox(Request request) {
    return sms.outbox(request.query("phone"))
        .map(messages -> messages.stream().map(DemoRoutes::message).toList())
        .map(messages -> Reply.ok(new JsonObject().put("messages", messages)));
  }

  private static JsonObject message(Sms.Message message) {
    JsonObject json =
        new JsonObject()
            .put("phone", message.phone())
            .put("text", message.text())
            .put("sentAt", message.at().toString());
    return message.code() == null ? json : json.put("code", message.code());
  }
}
