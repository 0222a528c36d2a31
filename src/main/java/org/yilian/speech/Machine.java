package org.yilian.speech;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Which transcriber the operator has. */
public sealed interface Machine {

  /** For the whole of one recording. */
  Duration within();

  Transcriber transcriber(Vertx vertx);

  /**
   * A server that speaks {@code POST /audio/transcriptions} as OpenAI does.
   *
   * @param base up to and without {@code /audio/transcriptions}
   */
  record OpenAi(URI base, String model, Optional<String> key, Duration within) implements Machine {
    @Override
    public Transcriber transcriber(Vertx vertx) {
      return new OpenAiTranscriber(vertx, this);
    }

    /** Without the key. */
    @Override
    public String toString() {
      return model + " at " + base;
    }
  }

  /** FunASR's own server, by WebSocket. */
  record FunAsr(URI server, Duration within) implements Machine {
    @Override
    public Transcriber transcriber(Vertx vertx) {
      return new FunAsrTranscriber(vertx, this);
    }
  }

  /** Vosk in this process, with the model in that folder. */
  record Vosk(Path model, Duration within) implements Machine {
    @Override
    public Transcriber transcriber(Vertx vertx) {
      return new VoskTranscriber(vertx, this);
    }
  }
}
