package org.yilian.language;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.parsetools.RecordParser;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.kernel.Breaker;

/** Any server that speaks {@code POST /chat/completions} as OpenAI does, streamed. */
public final class HttpLanguageModel implements LanguageModel {
  private static final Logger LOG = LoggerFactory.getLogger(HttpLanguageModel.class);
  private static final int FAILURES = 3;
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int MOST_WORDS = 800;
  private static final String DATA = "data:";

  private final Vertx vertx;
  private final HttpClient client;
  private final Settings settings;
  private final Breaker breaker;

  /**
   * Where it is and how it is asked.
   *
   * @param base up to and without {@code /chat/completions}
   * @param within for the whole of one text
   */
  public record Settings(URI base, String model, Optional<String> key, Duration within) {
    /** Without the key. */
    @Override
    public String toString() {
      return model + " at " + base;
    }
  }

  public HttpLanguageModel(Vertx vertx, Settings settings, Clock clock) {
    this.vertx = vertx;
    this.client = vertx.createHttpClient();
    this.settings = settings;
    this.breaker = new Breaker(FAILURES, PAUSE, clock);
  }

  @Override
  public Future<Void> write(String instructions, String input, Predicate<String> piece) {
    if (breaker.open()) {
      return Future.failedFuture(new IOException("the language model has failed, and rests"));
    }
    Promise<Void> written = Promise.promise();
    long millis = settings.within().toMillis();
    long timer =
        vertx.setTimer(millis, id -> written.tryFail(new IOException("the model is too slow")));
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(settings.base() + "/chat/completions")
            .setConnectTimeout(millis)
            .setIdleTimeout(millis);
    client
        .request(options)
        .compose(request -> ask(request, instructions, input, piece, written))
        .onFailure(written::tryFail);
    return written
        .future()
        .onSuccess(done -> breaker.succeeded())
        .onFailure(
            failure -> {
              breaker.failed();
              LOG.warn("language model failed: {}", failure.toString());
            })
        .onComplete(done -> vertx.cancelTimer(timer));
  }

  private Future<Void> ask(
      HttpClientRequest request,
      String instructions,
      String input,
      Predicate<String> piece,
      Promise<Void> written) {
    // Whatever ends the text, early or late, ends the connection too.
    written.future().onComplete(done -> request.reset());
    settings.key().ifPresent(key -> request.putHeader("Authorization", "Bearer " + key));
    return request
        .putHeader("Content-Type", "application/json")
        .send(body(instructions, input).toBuffer())
        .map(
            response -> {
              read(response, piece, written);
              return null;
            });
  }

  private JsonObject body(String instructions, String input) {
    return new JsonObject()
        .put("model", settings.model())
        .put("stream", true)
        .put("temperature", 0.2)
        .put("max_tokens", MOST_WORDS)
        .put(
            "messages",
            JsonArray.of(
                JsonObject.of("role", "system", "content", instructions),
                JsonObject.of("role", "user", "content", input)));
  }

  private static void read(
      HttpClientResponse response, Predicate<String> piece, Promise<Void> written) {
    response.exceptionHandler(written::tryFail);
    if (response.statusCode() != 200) {
      written.tryFail(new IOException("the model answered " + response.statusCode()));
      return;
    }
    RecordParser lines = RecordParser.newDelimited("\n", response).maxRecordSize(LONGEST_LINE);
    lines.exceptionHandler(written::tryFail);
    lines.handler(line -> take(line.toString().strip(), piece, written));
    lines.endHandler(end -> written.tryFail(new IOException("the model broke off without an end")));
  }

  private static void take(String line, Predicate<String> piece, Promise<Void> written) {
    if (!line.startsWith(DATA) || written.future().isComplete()) {
      return;
    }
    String data = line.substring(DATA.length()).strip();
    try {
      if (data.equals("[DONE]") || !piece.test(content(data))) {
        written.tryComplete();
      }
    } catch (RuntimeException nonsense) {
      written.tryFail(new IOException("the model talks nonsense", nonsense));
    }
  }

  private static String content(String data) {
    JsonArray choices = new JsonObject(data).getJsonArray("choices");
    return choices.isEmpty()
        ? ""
        : choices.getJsonObject(0).getJsonObject("delta").getString("content", "");
  }
}
