package org.yilian.browser;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The whole product as a process of its own, with its own data, so that it can be killed and come
 * back on the same port.
 */
final class ChildServer {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final long ASK_AGAIN_MS = 20;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final int port;
  private Process process;

  ChildServer(Path folder) throws IOException {
    this.folder = folder;
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  /** Returns once it is ready to serve. */
  void start() throws IOException, InterruptedException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                "org.yilian.Main")
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("YILIAN_"));
    builder.environment().put("YILIAN_HTTP_HOST", "127.0.0.1");
    builder.environment().put("YILIAN_HTTP_PORT", String.valueOf(port));
    builder.environment().put("YILIAN_PUBLIC_URL", "http://127.0.0.1:" + port);
    builder.environment().put("YILIAN_DATA_DIR", folder.resolve("data").toString());
    builder.environment().put("YILIAN_DEMO_PLAYS", "false");
    process = builder.start();
    awaitReady();
  }

  private void awaitReady() throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!ready()) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IllegalStateException("the server does not come up: " + folder);
      }
      TimeUnit.MILLISECONDS.sleep(ASK_AGAIN_MS);
    }
  }

  private boolean ready() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it in good order. */
  void close() throws InterruptedException {
    if (process != null) {
      process.destroy();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    }
  }
}
