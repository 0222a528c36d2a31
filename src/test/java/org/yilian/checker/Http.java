package org.yilian.checker;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The promised interface, asked over a port that may go away at any time. */
final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private Http() {}

  static HttpClient client() {
    return CLIENT;
  }

  /** What came back; a status of 0 is nothing at all. */
  record Answer(int status, JsonObject body) {
    boolean ok() {
      return status / 100 == 2;
    }

    /** Whether nobody knows what became of it, or the server asks to try again. */
    boolean open() {
      return status == 0 || status >= 500;
    }

    String code() {
      return body.getString("code", "status-" + status);
    }
  }

  /**
   * @param token of a session, or null
   * @param body or null
   */
  static CompletableFuture<Answer> send(
      int port, String method, String path, String token, JsonObject body) {
    return send(port, method, path, token, body, PATIENCE);
  }

  static CompletableFuture<Answer> send(
      int port, String method, String path, String token, JsonObject body, Duration patience) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
            .timeout(patience)
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode()));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return CLIENT
        .sendAsync(request.build(), BodyHandlers.ofString())
        .handle((answer, failure) -> failure == null ? answer(answer) : nothing());
  }

  /** Whether a server can serve, asked past every proxy. */
  static CompletableFuture<Answer> ready(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    return CLIENT
        .sendAsync(request, BodyHandlers.ofString())
        .handle((a, f) -> f == null ? new Answer(a.statusCode(), new JsonObject()) : nothing());
  }

  private static Answer answer(HttpResponse<String> response) {
    try {
      String text = response.body();
      return new Answer(
          response.statusCode(), text.isBlank() ? new JsonObject() : new JsonObject(text));
    } catch (DecodeException e) {
      return new Answer(response.statusCode(), new JsonObject().put("text", response.body()));
    }
  }

  private static Answer nothing() {
    return new Answer(0, new JsonObject());
  }

  static Answer await(CompletableFuture<Answer> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      return nothing();
    }
  }
}
