package org.yilian.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A Redis of our own on a free port, which keeps nothing. */
public final class RedisProcess {
  private static final String PROGRAM = "redis-server";
  private static final int STOP_SECONDS = 10;

  private final Process process;
  private final int port;

  private RedisProcess(Process process, int port) {
    this.process = process;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /** Left out where Redis is not installed, which must not be so in CI. */
  public static RedisProcess start() throws IOException {
    return start(freePort());
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static RedisProcess start(int port) throws IOException {
    Process started = launch(port);
    BufferedReader lines = started.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains("Ready to accept connections")) {
        Thread drain = new Thread(() -> lines.lines().forEach(more -> {}), "redis-log");
        drain.setDaemon(true);
        drain.start();
        return new RedisProcess(started, port);
      }
    }
    throw new IOException("Redis does not start");
  }

  private static Process launch(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            PROGRAM,
            "--port",
            "" + port,
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no");
    try {
      return builder.redirectErrorStream(true).start();
    } catch (IOException absent) {
      Assertions.assertNull(System.getenv("CI"), "CI installs redis-server");
      Assumptions.abort("left out, since it is not installed: " + PROGRAM);
      throw absent;
    }
  }

  public int port() {
    return port;
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  public void stop() throws InterruptedException {
    process.destroy();
    process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
  }

  RedisProcess again() throws IOException {
    return start(port);
  }
}
