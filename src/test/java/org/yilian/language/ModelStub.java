package org.yilian.language;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A language model of OpenAI's protocol that behaves as a test wants, well or badly. */
public final class ModelStub implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<JsonObject> asked = new LinkedBlockingQueue<>();
  private final HttpServer server;
  private volatile Consumer<HttpServerResponse> behaviour = HttpServerResponse::end;

  public ModelStub() throws Exception {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(
                            body -> {
                              asked.add(body.toJsonObject());
                              behaviour.accept(request.response());
                            }))
            .listen(0)
            .await(20, TimeUnit.SECONDS);
  }

  /** Settings of a server that asks this model, and waits for it no longer than so many seconds. */
  public Map<String, String> settings(int seconds) {
    return Map.of(
        "MODEL_URL",
        "http://127.0.0.1:" + server.actualPort() + "/v1",
        "MODEL_NAME",
        "stub",
        "MODEL_SECONDS",
        String.valueOf(seconds));
  }

  public void behaves(Consumer<HttpServerResponse> next) {
    asked.clear();
    behaviour = next;
  }

  /** It writes these pieces and ends as it should. */
  public void says(String... pieces) {
    behaves(response -> say(response, pieces));
  }

  /** The same, after something else has come about; off the stub's own thread. */
  public void saysAfter(Runnable before, String... pieces) {
    behaves(
        response ->
            vertx
                .executeBlocking(
                    () -> {
                      before.run();
                      return null;
                    })
                .onComplete(done -> say(response, pieces)));
  }

  public static void say(HttpServerResponse response, String... pieces) {
    response.setChunked(true);
    for (String piece : pieces) {
      JsonObject delta = JsonObject.of("delta", JsonObject.of("content", piece));
      response.write("data: " + JsonObject.of("choices", JsonArray.of(delta)).encode() + "\n\n");
    }
    response.end("data: [DONE]\n\n");
  }

  /** What it was asked last, since it behaves as it does; fails the test where it was not. */
  public JsonObject lastAsked() {
    JsonObject last = null;
    for (JsonObject one = asked.poll(); one != null; one = asked.poll()) {
      last = one;
    }
    if (last == null) {
      throw new AssertionError("the model was not asked");
    }
    return last;
  }

  public boolean wasAsked() {
    return !asked.isEmpty();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
