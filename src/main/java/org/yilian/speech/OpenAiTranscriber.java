package org.yilian.speech;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.yilian.kernel.Ids;

/** Any server that takes a file at {@code /audio/transcriptions}. */
final class OpenAiTranscriber implements Transcriber {
  private static final int LONGEST_ANSWER = 1 << 20;
  private static final int MILLIS = 1000;

  private final HttpClient client;
  private final Machine.OpenAi machine;

  OpenAiTranscriber(Vertx vertx, Machine.OpenAi machine) {
    this.client = vertx.createHttpClient();
    this.machine = machine;
  }

  @Override
  public String name() {
    return machine.model();
  }

  @Override
  public Future<List<Heard>> listen(Buffer wave) {
    Promise<Buffer> answered = Promise.promise();
    Future<Buffer> answer =
        answered.future().timeout(machine.within().toMillis(), TimeUnit.MILLISECONDS);
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(machine.base() + "/audio/transcriptions")
            .setConnectTimeout(machine.within().toMillis())
            .setIdleTimeout(machine.within().toMillis());
    client
        .request(options)
        .compose(request -> ask(request, wave, answered, answer))
        .onFailure(answered::tryFail);
    return answer.compose(OpenAiTranscriber::read);
  }

  private Future<Void> ask(
      HttpClientRequest request, Buffer wave, Promise<Buffer> answered, Future<Buffer> answer) {
    // Whatever ends the waiting, early or late, ends the connection too.
    answer.onComplete(done -> request.reset());
    String boundary = "yilian-" + Ids.fresh();
    machine.key().ifPresent(key -> request.putHeader("Authorization", "Bearer " + key));
    return request
        .putHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
        .send(form(boundary, wave))
        .map(
            response -> {
              receive(response, answered);
              return null;
            });
  }

  private Buffer form(String boundary, Buffer wave) {
    Buffer form = Buffer.buffer(wave.length() + 1024);
    field(form, boundary, "model", machine.model());
    field(form, boundary, "language", "zh");
    field(form, boundary, "response_format", "verbose_json");
    return form.appendString("--" + boundary + "\r\n")
        .appendString("Content-Disposition: form-data; name=\"file\"; filename=\"speech.wav\"\r\n")
        .appendString("Content-Type: audio/wav\r\n\r\n")
        .appendBuffer(wave)
        .appendString("\r\n--" + boundary + "--\r\n");
  }

  private static void field(Buffer form, String boundary, String name, String value) {
    form.appendString("--" + boundary + "\r\n")
        .appendString("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
        .appendString(value + "\r\n");
  }

  private static void receive(HttpClientResponse response, Promise<Buffer> answered) {
    response.exceptionHandler(answered::tryFail);
    if (response.statusCode() != 200) {
      answered.tryFail(new IOException("the transcriber answered " + response.statusCode()));
      return;
    }
    Buffer body = Buffer.buffer();
    response.handler(
        piece -> {
          if (body.length() + piece.length() > LONGEST_ANSWER) {
            answered.tryFail(new IOException("the transcriber does not come to an end"));
          } else {
            body.appendBuffer(piece);
          }
        });
    response.endHandler(end -> answered.tryComplete(body));
  }

  private static Future<List<Heard>> read(Buffer answer) {
    try {
      return Future.succeededFuture(lines(answer.toJsonObject()));
    } catch (RuntimeException nonsense) {
      return Future.failedFuture(new IOException("the transcriber talks nonsense", nonsense));
    }
  }

  /** Segments where it tells them, else the whole as one line. */
  private static List<Heard> lines(JsonObject answer) {
    JsonArray segments = answer.getJsonArray("segments", new JsonArray());
    List<Heard> lines = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      JsonObject segment = segments.getJsonObject(i);
      lines.add(
          new Heard(
              millis(segment, "start"),
              millis(segment, "end"),
              Objects.requireNonNull(segment.getString("text"))));
    }
    if (lines.isEmpty()) {
      String text = answer.getString("text");
      if (text == null) {
        throw new IllegalArgumentException("neither segments nor a text");
      }
      lines.add(new Heard(null, null, text));
    }
    return lines;
  }

  private static Integer millis(JsonObject segment, String name) {
    Double seconds = segment.getDouble(name);
    return seconds == null || seconds.isNaN() ? null : (Integer) (int) (seconds * MILLIS);
  }
}
