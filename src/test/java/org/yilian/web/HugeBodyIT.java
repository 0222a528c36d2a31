package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.ChildServer;
import org.yilian.ForkFolder;
import org.yilian.client.Actor;
import org.yilian.db.TestDatabase;

/** A file of two gigabytes on the way to the verify page. */
class HugeBodyIT {
  private static final long HUGE = 2L << 30;
  private static final int LINE = 1 << 16;
  private static final long MOST_MEMORY = 128L << 20;
  private static final long MOST_TAKEN = 200L << 20;
  private static final String PATH =
      "POST /api/v1/documents/verify HTTP/1.1\r\nHost: localhost\r\n";

  private static Vertx vertx;
  private static ChildServer server;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    String database = TestDatabase.url(await(TestDatabase.freshOptions(vertx)));
    server = new ChildServer(ForkFolder.path("huge-body"), Map.of("DATABASE_URL", database));
    Actor.stranger(server.port()).post("/documents/verify", new byte[20 << 20]).expect(200);
  }

  @AfterAll
  static void stop() {
    server.close();
    await(vertx.close());
  }

  @Test
  void aLengthThatIsTooGreatIsRefusedAtOnce() throws Exception {
    long taken =
        refused(
            PATH + "Content-Type: application/pdf\r\nContent-Length: " + HUGE + "\r\n\r\n", false);
    assertTrue(taken < MOST_TAKEN, taken + " bytes were taken");
  }

  @Test
  void whatNeverSaysHowLongItIsIsRefusedAtTheLimit() throws Exception {
    long taken =
        refused(PATH + "Content-Type: application/pdf\r\nTransfer-Encoding: chunked\r\n\r\n", true);
    assertTrue(taken < MOST_TAKEN, taken + " bytes were taken");
  }

  /** Sends until the server wants no more; gives how much it took. */
  private static long refused(String head, boolean chunked) throws Exception {
    Files.writeString(proc("clear_refs"), "5"); // the greatest memory from now on
    long memory = status("VmRSS");
    long written = written();
    AtomicLong taken = new AtomicLong();
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      Thread sender = new Thread(() -> send(out, chunked, taken), "sender");
      sender.start();
      String answer = answer(socket.getInputStream());
      assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
      JsonObject problem = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4));
      assertEquals("too-large", problem.getString("code"));
      assertTrue(problem.getString("detail").contains("25 MB"), "it names the limit");
      sender.join();
    }
    long more = status("VmHWM") - memory;
    System.out.printf(
        "two gigabytes, %s: %d MiB of memory more, %d MiB taken%n",
        chunked ? "chunked" : "of that length", more >> 20, taken.get() >> 20);
    assertTrue(more < MOST_MEMORY, (more >> 20) + " MiB more");
    assertTrue(written() - written < 1 << 20, "nothing was written");
    return taken.get();
  }

  private static void send(OutputStream out, boolean chunked, AtomicLong taken) {
    byte[] line = new byte[LINE];
    Arrays.fill(line, (byte) '%');
    byte[] size = (Integer.toHexString(LINE) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    try {
      for (long sent = 0; sent < HUGE; sent += LINE) {
        if (chunked) {
          out.write(size);
        }
        out.write(line);
        if (chunked) {
          out.write('\r');
          out.write('\n');
        }
        taken.addAndGet(LINE);
      }
    } catch (IOException unwanted) {
      // The server has closed the connection.
    }
  }

  /** All that the server says until it closes, or falls silent after an answer. */
  private static String answer(InputStream in) {
    StringBuilder said = new StringBuilder();
    try {
      for (int c = in.read(); c >= 0; c = in.read()) {
        said.append((char) c);
      }
    } catch (IOException reset) {
      // It has said what it had to say.
    }
    return new String(
        said.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static Path proc(String name) {
    return Path.of("/proc", String.valueOf(server.pid()), name);
  }

  private static long status(String name) throws IOException {
    return number(proc("status"), name) * 1024;
  }

  private static long written() throws IOException {
    return number(proc("io"), "write_bytes");
  }

  private static long number(Path file, String name) throws IOException {
    String line =
        Files.readAllLines(file).stream()
            .filter(one -> one.startsWith(name + ":"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", ""));
  }
}
