package org.yilian.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.yilian.ChildServer;
import org.yilian.client.SmallRoom;

/**
 * All sockets are cut at once while people go on talking over HTTP; each comes back by itself, with
 * the back-off of our own pages, and goes on where it stood.
 */
public final class MassReturn {
  private static final int TALK_EVERY_MILLIS = 10;
  private static final long FIRST_MILLIS = 250;
  private static final long LONGEST_MILLIS = 2_500;
  private static final int ROUNDS = 3;
  private static final long ASKED_MILLIS = 30_000;

  private final Net net;
  private final List<SmallRoom> rooms;
  private final List<Visitor> visitors;
  private final ConcurrentLinkedQueue<Future<?>> said = new ConcurrentLinkedQueue<>();
  private final Map<String, Long> stored = new ConcurrentHashMap<>();
  private double latest;
  private int number;

  private MassReturn(Net net, int sockets) {
    this.net = net;
    this.visitors = Rooms.visitors(net, sockets);
    this.rooms = visitors.stream().map(Visitor::room).distinct().toList();
  }

  /** {@code FOLDER [SOCKETS]}. */
  public static void main(String[] arguments) throws Exception {
    int sockets = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
    boolean whole = true;
    try (ChildServer server = ChildServer.longLived(Path.of(arguments[0]));
        Net net = new Net(server.port())) {
      MassReturn run = new MassReturn(net, sockets);
      IdleSockets.enter(run.visitors);
      long talking = net.vertx().setPeriodic(TALK_EVERY_MILLIS, tick -> run.talk());
      for (int round = 0; round < ROUNDS; round++) {
        run.cutAndReturn();
      }
      net.vertx().cancelTimer(talking);
      whole = run.report();
    }
    System.exit(whole ? 0 : 1);
  }

  /** One room after the other, in the lane of A, which the mediator's devices read too. */
  private void talk() {
    SmallRoom room = rooms.get(number % rooms.size());
    String clientId = "talk-" + number++;
    String lane = room.lane("A");
    said.add(
        net.say(room.party("A"), room.id(), lane, clientId, clientId)
            .onSuccess(message -> stored.merge(lane, message.getLong("seq"), Math::max)));
  }

  private void cutAndReturn() {
    long cut = System.nanoTime();
    Spread back = new Spread();
    List<Future<Void>> returning = new ArrayList<>();
    for (Visitor visitor : visitors) {
      Promise<Void> there = Promise.promise();
      visitor.onClose(code -> comeBack(visitor, 0).onComplete(there));
      returning.add(there.future().onSuccess(entered -> back.since(cut)));
    }
    visitors.forEach(Visitor::cut);
    Net.await(Future.all(returning));
    latest = Math.max(latest, back.percentile(100));
    System.out.printf("%d sockets cut at once, back after: %s%n", visitors.size(), back);
  }

  private Future<Void> comeBack(Visitor visitor, int tries) {
    visitor.onClose(code -> {});
    long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(tries, 16));
    long wait = 1 + ThreadLocalRandom.current().nextLong(most);
    return net.vertx()
        .timer(wait, TimeUnit.MILLISECONDS)
        .compose(now -> visitor.enter())
        .recover(failure -> comeBack(visitor, tries + 1));
  }

  /** Every socket has to have got every message of its lanes, each once. */
  private boolean report() {
    Net.await(Future.join(List.copyOf(said)));
    net.vertx().timer(1, TimeUnit.SECONDS).await();
    long missing = visitors.stream().mapToInt(Visitor::missing).sum();
    long behind = visitors.stream().filter(this::behind).count();
    System.out.printf(
        "said meanwhile %d, out of turn or missing %d, sockets without the last message %d%n",
        said.size(), missing, behind);
    return missing == 0 && behind == 0 && latest <= ASKED_MILLIS;
  }

  private boolean behind(Visitor visitor) {
    SmallRoom room = visitor.room();
    boolean reads = visitor.actor() != room.party("B");
    String lane = room.lane("A");
    return reads && visitor.cursor(lane) < stored.getOrDefault(lane, 0L);
  }
}
