package org.yilian.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.util.concurrent.TimeUnit;
import org.yilian.client.Actor;

/** The way to a server for very many clients of one process: nothing waits in a thread. */
final class Net implements AutoCloseable {
  private static final int HTTP_CONNECTIONS = 32;
  private static final int SMALL_WINDOW = 4 * 1024;
  private static final long PATIENCE_SECONDS = 300;

  private final Vertx vertx = Vertx.vertx();
  private final int port;
  private final HttpClient http;
  private final NetClient wide;
  private final NetClient narrow;

  Net(int port) {
    this.port = port;
    http = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(HTTP_CONNECTIONS));
    wide = vertx.createNetClient();
    narrow = vertx.createNetClient(new NetClientOptions().setReceiveBufferSize(SMALL_WINDOW));
  }

  Vertx vertx() {
    return vertx;
  }

  int port() {
    return port;
  }

  /**
   * How sockets connect.
   *
   * @param slow whether the system is to take in very little that has not been read
   */
  NetClient sockets(boolean slow) {
    return slow ? narrow : wide;
  }

  Future<String> ticket(Actor actor, String roomId) {
    return post(actor, "/socket-tickets", JsonObject.of("roomId", roomId))
        .map(answer -> answer.getString("ticket"));
  }

  /** Says something over HTTP; ends when it is stored. */
  Future<JsonObject> say(Actor actor, String roomId, String lane, String clientId, String text) {
    JsonObject body = JsonObject.of("kind", "text", "text", text);
    JsonObject message = JsonObject.of("clientId", clientId, "body", body, "confirmed", true);
    return post(actor, "/rooms/" + roomId + "/lanes/" + lane + "/messages", message);
  }

  private Future<JsonObject> post(Actor actor, String path, JsonObject body) {
    return http.request(HttpMethod.POST, port, "127.0.0.1", "/api/v1" + path)
        .compose(
            request ->
                request
                    .putHeader("Authorization", "Bearer " + actor.token())
                    .putHeader("Content-Type", "application/json")
                    .send(body.toBuffer()))
        .compose(answer -> answer.body().map(read -> made(answer.statusCode(), read)));
  }

  private static JsonObject made(int status, Buffer body) {
    if (status != 201) {
      throw new IllegalStateException(status + " " + body);
    }
    return body.toJsonObject();
  }

  static <T> T await(Future<T> future) {
    try {
      return future.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) { // also what the future failed with, checked or not
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
