package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * Hands messages to a gateway of the operator's: {@code POST <url>} with {@code {id, phone, text}};
 * any 2xx is accepted, and the id, which is also the header {@code Idempotency-Key}, lets the
 * gateway drop a repeated attempt.
 */
public final class HttpSms implements SmsSender {
  private static final long TIMEOUT_MILLIS = TimeUnit.SECONDS.toMillis(10);

  private final HttpClient client;
  private final URI gateway;

  public HttpSms(Vertx vertx, URI gateway) {
    this.client = vertx.createHttpClient();
    this.gateway = gateway;
  }

  @Override
  public Future<Void> send(String id, String phone, String text) {
    JsonObject message = new JsonObject().put("id", id).put("phone", phone).put("text", text);
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(gateway.toString())
            .setTimeout(TIMEOUT_MILLIS);
    return client.request(options).compose(request -> post(request, message));
  }

  private static Future<Void> post(HttpClientRequest request, JsonObject message) {
    return request
        .putHeader("Content-Type", "application/json")
        .putHeader("Idempotency-Key", message.getString("id"))
        .send(message.toBuffer())
        .compose(
            response ->
                response.statusCode() / 100 == 2
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new IOException("the SMS gateway answered " + response.statusCode())));
  }
}
