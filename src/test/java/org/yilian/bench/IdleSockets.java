package org.yilian.bench;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.yilian.ChildServer;

/** Very many sockets in which nothing is said: whether they stand, and what they cost in memory. */
public final class IdleSockets {
  private static final int STAND_SECONDS = 30;
  private static final int ANSWER_SECONDS = 60;
  private static final int AT_ONCE = 200;

  private IdleSockets() {}

  /** {@code FOLDER [SOCKETS]}. */
  public static void main(String[] arguments) throws Exception {
    int sockets = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
    boolean stand;
    try (ChildServer server = ChildServer.longLived(Path.of(arguments[0]));
        Net net = new Net(server.port())) {
      stand = measure(server, net, sockets);
    }
    System.exit(stand ? 0 : 1);
  }

  private static boolean measure(ChildServer server, Net net, int sockets)
      throws IOException, InterruptedException {
    List<Visitor> visitors = Rooms.visitors(net, sockets);
    long before = server.liveBytes();
    AtomicInteger closed = new AtomicInteger();
    visitors.forEach(visitor -> visitor.onClose(code -> closed.incrementAndGet()));
    enter(visitors);
    long after = server.liveBytes();
    net.vertx().timer(STAND_SECONDS, TimeUnit.SECONDS).await();
    int answered = ping(visitors);
    System.out.printf(
        "sockets %d, closed %d, answered after %d s %d; used after GC %.1f MB before, %.1f MB with them%n",
        visitors.size(), closed.get(), STAND_SECONDS, answered, before / 1e6, after / 1e6);
    return closed.get() == 0 && answered == visitors.size();
  }

  static void enter(List<Visitor> visitors) {
    for (int from = 0; from < visitors.size(); from += AT_ONCE) {
      List<Future<Void>> entering = new ArrayList<>();
      visitors
          .subList(from, Math.min(visitors.size(), from + AT_ONCE))
          .forEach(visitor -> entering.add(visitor.enter()));
      Net.await(Future.all(entering));
    }
  }

  private static int ping(List<Visitor> visitors) throws InterruptedException {
    CountDownLatch pongs = new CountDownLatch(visitors.size());
    for (Visitor visitor : visitors) {
      visitor.onFrame(
          frame -> {
            if ("pong".equals(frame.getString("type"))) {
              pongs.countDown();
            }
          });
      visitor.send(JsonObject.of("type", "ping"));
    }
    pongs.await(ANSWER_SECONDS, TimeUnit.SECONDS);
    return (int) (visitors.size() - pongs.getCount());
  }
}
