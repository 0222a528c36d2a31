package org.yilian.speech;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/** Vosk in this process. Its model is read when it is first needed and stays. */
final class VoskTranscriber implements Transcriber {
  private static final int PIECE = 32 << 10;
  private static final int MILLIS = 1000;

  private final WorkerExecutor worker;
  private final Machine.Vosk machine;
  private Model model;

  VoskTranscriber(Vertx vertx, Machine.Vosk machine) {
    // One thread: what it is at cannot be stopped, and shall not pile up.
    this.worker = vertx.createSharedWorkerExecutor("vosk", 1, 1, TimeUnit.HOURS);
    this.machine = machine;
  }

  @Override
  public String name() {
    return "Vosk";
  }

  @Override
  public Future<List<Heard>> listen(Buffer wave) {
    return worker
        .executeBlocking(() -> lines(wave.getBytes()), true)
        .timeout(machine.within().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Only ever on the one thread. */
  private Model model() throws IOException {
    if (model == null) {
      LibVosk.setLogLevel(LogLevel.WARNINGS);
      model = new Model(machine.model().toString());
    }
    return model;
  }

  private List<Heard> lines(byte[] wave) throws IOException {
    Wave head = Wave.of(Buffer.buffer(wave), wave.length);
    List<Heard> lines = new ArrayList<>();
    try (Recognizer recognizer = new Recognizer(model(), Wave.RATE)) {
      recognizer.setWords(true);
      for (int at = head.start(); at < wave.length; at += PIECE) {
        byte[] piece = Arrays.copyOfRange(wave, at, Math.min(wave.length, at + PIECE));
        if (recognizer.acceptWaveForm(piece, piece.length)) {
          lines.add(line(recognizer.getResult()));
        }
      }
      lines.add(line(recognizer.getFinalResult()));
    }
    return lines;
  }

  static Heard line(String result) {
    JsonObject json = new JsonObject(result);
    JsonArray words = json.getJsonArray("result", new JsonArray());
    String text = Spacing.closed(json.getString("text", ""));
    if (words.isEmpty()) {
      return new Heard(null, null, text);
    }
    return new Heard(
        (int) (words.getJsonObject(0).getDouble("start") * MILLIS),
        (int) (words.getJsonObject(words.size() - 1).getDouble("end") * MILLIS),
        text);
  }
}
