package org.yilian.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.yilian.ChildServer;

/**
 * Lets a browser script kill a server and start it again: {@code POST /kill}, {@code /start}; and
 * take its database away and bring it back, while the server stays: {@code /database-off}, {@code
 * /database-on}.
 */
final class ServerSwitch implements AutoCloseable {
  private static final int DONE = 204;
  private static final int FAILED = 500;

  private final HttpServer http;

  /**
   * @param cluster the folder of the server's own PostgreSQL
   */
  ServerSwitch(ChildServer server, Path cluster) throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/kill", exchange -> turn(exchange, server::kill));
    http.createContext("/start", exchange -> turn(exchange, server::start));
    http.createContext("/database-off", exchange -> turn(exchange, () -> takeAway(cluster)));
    http.createContext("/database-on", exchange -> turn(exchange, () -> bringBack(cluster)));
    http.start();
  }

  /** The server starts PostgreSQL again a second after its end; without its folder in vain. */
  private static void takeAway(Path cluster) {
    try (Stream<String> pidFile = Files.lines(cluster.resolve("postmaster.pid"))) {
      long pid = Long.parseLong(pidFile.findFirst().orElseThrow().strip());
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      Files.move(cluster, elsewhere(cluster));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void bringBack(Path cluster) {
    try {
      Files.move(elsewhere(cluster), cluster);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path elsewhere(Path cluster) {
    return cluster.resolveSibling("elsewhere");
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  private static void turn(HttpExchange exchange, Runnable turn) throws IOException {
    int status = DONE;
    try {
      turn.run();
    } catch (IllegalStateException failed) {
      status = FAILED;
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
