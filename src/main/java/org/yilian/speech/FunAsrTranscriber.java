package org.yilian.speech;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * FunASR's runtime: a frame that says what comes, the samples, a frame that says that it was all.
 * The answer to that is the first frame that holds a text, whatever {@code is_final} says: versions
 * differ in that.
 */
final class FunAsrTranscriber implements Transcriber {
  private static final int FRAME = 64 << 10;
  private static final int LONGEST_ANSWER = 1 << 20;

  private final WebSocketClient client;
  private final Machine.FunAsr machine;

  FunAsrTranscriber(Vertx vertx, Machine.FunAsr machine) {
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxMessageSize(LONGEST_ANSWER)
                .setMaxFrameSize(LONGEST_ANSWER));
    this.machine = machine;
  }

  @Override
  public String name() {
    return "FunASR";
  }

  @Override
  public Future<List<Heard>> listen(Buffer wave) {
    Promise<String> answered = Promise.promise();
    Future<String> answer =
        answered.future().timeout(machine.within().toMillis(), TimeUnit.MILLISECONDS);
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setAbsoluteURI(machine.server().toString())
            .setTimeout(machine.within().toMillis());
    client
        .connect(options)
        .compose(socket -> talk(socket, wave, answered, answer))
        .onFailure(answered::tryFail);
    return answer.compose(FunAsrTranscriber::read);
  }

  private static Future<Void> talk(
      WebSocket socket, Buffer wave, Promise<String> answered, Future<String> answer) {
    socket.exceptionHandler(answered::tryFail);
    socket.closeHandler(closed -> answered.tryFail(new IOException("the transcriber broke off")));
    socket.textMessageHandler(answered::tryComplete);
    answer.onComplete(done -> close(socket));
    int samples =
        Wave.of(wave.slice(0, Math.min(wave.length(), Wave.LONGEST_HEAD)), wave.length()).start();
    return socket
        .writeTextMessage(begin().encode())
        .compose(begun -> send(socket, wave, samples))
        .compose(sent -> socket.writeTextMessage("{\"is_speaking\":false}"));
  }

  private static void close(WebSocket socket) {
    if (!socket.isClosed()) {
      socket.close().otherwiseEmpty();
    }
  }

  private static JsonObject begin() {
    return new JsonObject()
        .put("mode", "offline")
        .put("wav_name", "speech")
        .put("wav_format", "pcm")
        .put("audio_fs", Wave.RATE)
        .put("is_speaking", true)
        .put("itn", true);
  }

  private static Future<Void> send(WebSocket socket, Buffer wave, int from) {
    if (from >= wave.length()) {
      return Future.succeededFuture();
    }
    int to = Math.min(wave.length(), from + FRAME);
    return socket.writeBinaryMessage(wave.slice(from, to)).compose(sent -> send(socket, wave, to));
  }

  private static Future<List<Heard>> read(String answer) {
    try {
      return Future.succeededFuture(lines(new JsonObject(answer)));
    } catch (RuntimeException nonsense) {
      return Future.failedFuture(new IOException("the transcriber talks nonsense", nonsense));
    }
  }

  /** Sentences where its model tells them, else the whole as one line. */
  private static List<Heard> lines(JsonObject answer) {
    String text = answer.getString("text");
    if (text == null) {
      throw new IllegalArgumentException("no text");
    }
    JsonArray sentences = answer.getJsonArray("stamp_sents", new JsonArray());
    List<Heard> lines = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      JsonObject sentence = sentences.getJsonObject(i);
      String words = Objects.requireNonNull(sentence.getString("text_seg"));
      lines.add(
          new Heard(
              sentence.getInteger("start"),
              sentence.getInteger("end"),
              Spacing.closed(words + sentence.getString("punc", ""))));
    }
    return lines.isEmpty() ? List.of(new Heard(null, null, text)) : lines;
  }
}
