package org.yilian.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks: sealing does it from threads of its own. */
class BoundedHttpTest {
  private static final int CALLERS = 8;
  private static final int EACH = 250;

  private final Vertx vertx = Vertx.vertx();
  private final BoundedHttp http = new BoundedHttp(vertx, Duration.ofSeconds(20), 1_000);
  private URI url;

  @BeforeEach
  void serve() {
    HttpServer server =
        wait(vertx.createHttpServer().requestHandler(to -> to.response().end("yes")).listen(0));
    url = URI.create("http://127.0.0.1:" + server.actualPort());
  }

  @AfterEach
  void stop() {
    wait(vertx.close());
  }

  /** An answer that is there at once, while its caller's thread waits for a processor. */
  @Test
  void everyAnswerIsReadFromWhateverThreadItIsAskedFor() {
    List<CompletableFuture<Void>> callers =
        IntStream.range(0, CALLERS).mapToObj(n -> CompletableFuture.runAsync(this::ask)).toList();
    callers.forEach(CompletableFuture::join);
  }

  private void ask() {
    List<Future<byte[]>> answers = new ArrayList<>();
    for (int n = 0; n < EACH; n++) {
      answers.add(http.get(url));
    }
    answers.forEach(answer -> assertEquals("yes", new String(wait(answer))));
  }

  private static <T> T wait(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
