package org.yilian.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** Stands between clients and a server, and does to their connections what networks do. */
final class Proxy implements AutoCloseable {
  /** What happens to a connection. */
  enum Weather {
    CLEAR,
    /** Everything comes late. */
    DELAY,
    /** One byte at a time. */
    TRICKLE,
    /** What is sent to the server never arrives, and nobody is told. */
    DEAF,
    /** What the server sends never arrives. */
    MUTE
  }

  /** One connection of each side. */
  private record Pair(Socket client, Socket server, Weather[] weather) {
    void cut() {
      shut(client);
      shut(server);
    }
  }

  private static final int BUFFER = 16 * 1024;
  private static final int CONNECT_MILLIS = 2_000;
  private static final long DELAY_MILLIS = 150;

  private final ServerSocket door;
  private final IntSupplier upstream;
  private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();

  /**
   * @param upstream the port of the server, which may change with each start
   */
  Proxy(IntSupplier upstream) {
    this.upstream = upstream;
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "checker-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        daemon(() -> join(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void join(Socket client) {
    Socket server = new Socket();
    Pair pair = new Pair(client, server, new Weather[] {Weather.CLEAR});
    try {
      server.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), upstream.getAsInt()),
          CONNECT_MILLIS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      pairs.add(pair);
      daemon(() -> carry(pair, server, client, Weather.MUTE));
      carry(pair, client, server, Weather.DEAF);
    } catch (IOException nobodyThere) {
      pair.cut();
    }
  }

  private void carry(Pair pair, Socket from, Socket to, Weather swallowing) {
    byte[] buffer = new byte[BUFFER];
    try {
      for (int n = from.getInputStream().read(buffer); n >= 0; ) {
        pass(pair, buffer, n, to, swallowing);
        n = from.getInputStream().read(buffer);
      }
    } catch (IOException gone) {
      // Both ends learn it below.
    } finally {
      pairs.remove(pair);
      pair.cut();
    }
  }

  private static void pass(Pair pair, byte[] buffer, int n, Socket to, Weather swallowing)
      throws IOException {
    Weather weather = pair.weather()[0];
    if (weather == swallowing) {
      return;
    }
    if (weather == Weather.DELAY) {
      World.pause(DELAY_MILLIS);
    }
    int step = weather == Weather.TRICKLE ? 1 : n;
    for (int at = 0; at < n; at += step) {
      to.getOutputStream().write(buffer, at, Math.min(step, n - at));
    }
  }

  /**
   * Changes the weather of about so many of a hundred connections. One that may have lost something
   * stays as it is until it is cut: no network lets the rest of a stream through without its
   * middle.
   */
  void weather(Weather weather, int percent, Random random) {
    for (Pair pair : List.copyOf(pairs)) {
      if (random.nextInt(100) < percent && pair.weather()[0] == Weather.CLEAR) {
        pair.weather()[0] = weather;
      }
    }
  }

  /** What was swallowed is missing: a connection that lost something is cut, others go on. */
  void clear() {
    for (Pair pair : List.copyOf(pairs)) {
      Weather was = pair.weather()[0];
      if (was == Weather.DEAF || was == Weather.MUTE) {
        pair.cut();
      } else {
        pair.weather()[0] = Weather.CLEAR;
      }
    }
  }

  void cut(int percent, Random random) {
    for (Pair pair : List.copyOf(pairs)) {
      if (random.nextInt(100) < percent) {
        pair.cut();
      }
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List.copyOf(pairs).forEach(Pair::cut);
  }
}
