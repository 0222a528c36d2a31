package org.yilian.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.yilian.ChildServer;

/** Lets a browser script kill a server and start it again: {@code POST /kill}, {@code /start}. */
final class ServerSwitch implements AutoCloseable {
  private static final int DONE = 204;
  private static final int FAILED = 500;

  private final HttpServer http;

  ServerSwitch(ChildServer server) throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/kill", exchange -> turn(exchange, server::kill));
    http.createContext("/start", exchange -> turn(exchange, server::start));
    http.start();
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
