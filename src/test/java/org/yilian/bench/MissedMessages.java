package org.yilian.bench;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yilian.ChildServer;
import org.yilian.client.SmallRoom;

/** How long a member who comes back waits for what it has missed. */
public final class MissedMessages {
  private static final int RETURNS = 100;

  /** A server that runs for days has compiled what it does often. */
  private static final int WARM_UP = 200;

  private static final String WORDS = "我".repeat(60);

  private MissedMessages() {}

  /** {@code FOLDER [MESSAGES [RETURNS]]}. */
  public static void main(String[] arguments) throws Exception {
    int messages = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    int returns = arguments.length > 2 ? Integer.parseInt(arguments[2]) : RETURNS;
    boolean whole;
    try (ChildServer server = ChildServer.longLived(Path.of(arguments[0]));
        Net net = new Net(server.port())) {
      whole = measure(server, net, messages, returns);
    }
    System.exit(whole ? 0 : 1);
  }

  private static boolean measure(ChildServer server, Net net, int messages, int returns) {
    SmallRoom room = Rooms.make(server.port(), 1).get(0);
    String lane = room.lane("A");
    Visitor mediator = new Visitor(net, room.mediator(), room);
    Net.await(mediator.enter());
    long stood = mediator.cursor(lane);
    mediator.cut();
    List<Future<?>> said = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      said.add(net.say(room.party("A"), room.id(), lane, "m-" + i, i + WORDS));
    }
    Net.await(Future.all(said));
    Spread first = new Spread();
    Spread spread = new Spread();
    boolean whole = true;
    Duration used = Duration.ZERO;
    for (int i = 0; i < WARM_UP + returns; i++) {
      used = i == WARM_UP ? server.cpu() : used;
      Visitor returning = new Visitor(net, room.mediator(), room);
      returning.standAt(lane, stood);
      (i == 0 ? first : i < WARM_UP ? new Spread() : spread).add(fetched(returning));
      whole &= returning.missing() == 0 && returning.cursor(lane) == stood + messages;
      returning.cut();
    }
    System.out.printf(
        "%d missed messages, hello to the last one: %s; the first return %.1f ms; whole %s%n",
        messages, spread, first.percentile(100), whole);
    System.out.printf(
        "server CPU %.1f ms a return%n", (double) server.cpu().minus(used).toMillis() / returns);
    return whole;
  }

  private static long fetched(Visitor returning) {
    Net.await(returning.enter());
    return System.nanoTime() - returning.greeted();
  }
}
