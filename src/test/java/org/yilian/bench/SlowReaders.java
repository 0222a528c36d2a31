package org.yilian.bench;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.yilian.ChildServer;
import org.yilian.client.Actor;
import org.yilian.client.SmallRoom;

/**
 * What members notice of others whose network hardly carries anything: how long they wait for the
 * ack and for what others say, before there are slow and stalled ones in their rooms, and with
 * them.
 */
public final class SlowReaders {
  private static final int ROOMS = 125;
  private static final double ASKED_MILLIS = 200;
  private static final int SLOW_OF_PARTY = 3;
  private static final int SLOW_OF_MEDIATOR = 2;
  private static final double STALLED_PER_ROOM = 0.8;
  private static final int HISTORY = 60;
  private static final String LONG = "长".repeat(1_300);
  private static final String WORDS = "说".repeat(60);
  private static final int SAY_EVERY_MILLIS = 5;
  private static final int WARM_UP_SECONDS = 5;
  private static final int MEASURED_SECONDS = 20;

  private final Net net;
  private final List<SmallRoom> rooms;
  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final List<Visitor> speakers = new ArrayList<>();
  private Spread acks = new Spread();
  private Spread deliveries = new Spread();
  private int number;

  private SlowReaders(Net net, int rooms) {
    this.net = net;
    this.rooms = Rooms.make(net.port(), rooms);
  }

  /** {@code FOLDER [ROOMS]}: with 125 rooms 1,000 slow connections and 100 stalled readers. */
  public static void main(String[] arguments) throws Exception {
    int rooms = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROOMS;
    boolean served;
    try (ChildServer server = ChildServer.longLived(Path.of(arguments[0]));
        Net net = new Net(server.port())) {
      SlowReaders run = new SlowReaders(net, rooms);
      run.tellLongStories();
      run.gather();
      run.talk(WARM_UP_SECONDS);
      run.measure("alone");
      Laggards laggards = run.letInTheSlow();
      run.talk(WARM_UP_SECONDS);
      run.measure("with " + laggards);
      System.out.printf("used after GC %.1f MB%n", server.liveBytes() / 1e6);
      served =
          run.acks.percentile(99) < ASKED_MILLIS && run.deliveries.percentile(99) < ASKED_MILLIS;
    }
    System.exit(served ? 0 : 1);
  }

  /** So that a stalled reader has something not to read. */
  private void tellLongStories() {
    for (SmallRoom room : rooms) {
      List<Future<?>> said = new ArrayList<>();
      for (int i = 0; i < HISTORY; i++) {
        said.add(net.say(room.party("A"), room.id(), room.lane("A"), "story-" + i, LONG));
      }
      Net.await(Future.all(said));
    }
  }

  private void gather() {
    List<Visitor> all = new ArrayList<>();
    for (SmallRoom room : rooms) {
      Visitor a = new Visitor(net, room.party("A"), room).onFrame(frame -> heard(frame, true));
      speakers.add(a);
      all.add(a);
      all.add(new Visitor(net, room.party("B"), room));
      all.add(new Visitor(net, room.mediator(), room).onFrame(frame -> heard(frame, false)));
    }
    IdleSockets.enter(all);
  }

  private void heard(JsonObject frame, boolean bySpeaker) {
    boolean ack = "ack".equals(frame.getString("type"));
    boolean message = "message".equals(frame.getString("type"));
    String key =
        ack
            ? frame.getString("clientId")
            : message ? frame.getJsonObject("body").getString("text").split(" ")[0] : "";
    Long at = sent.get(key);
    if (at != null && ack == bySpeaker) {
      (ack ? acks : deliveries).since(at);
    }
  }

  /** One speaker after the other, at a steady rate, whatever the answers do. */
  private void talk(int seconds) {
    long talking = net.vertx().setPeriodic(SAY_EVERY_MILLIS, tick -> sayNext());
    Net.await(net.vertx().timer(seconds, TimeUnit.SECONDS));
    net.vertx().cancelTimer(talking);
  }

  private void sayNext() {
    Visitor speaker = speakers.get(number % speakers.size());
    String clientId = "said-" + number++;
    sent.put(clientId, System.nanoTime());
    speaker.say(speaker.room().lane("A"), clientId, clientId + ' ' + WORDS);
  }

  private void measure(String name) {
    acks = new Spread();
    deliveries = new Spread();
    int before = number;
    talk(MEASURED_SECONDS);
    Net.await(net.vertx().timer(2, TimeUnit.SECONDS));
    System.out.printf("%s: %d a second said%n", name, (number - before) / MEASURED_SECONDS);
    System.out.println("  ack " + acks);
    System.out.println("  delivery " + deliveries);
  }

  private Laggards letInTheSlow() {
    Laggards laggards = new Laggards(net);
    List<Future<Void>> entering = new ArrayList<>();
    for (int i = 0; i < rooms.size(); i++) {
      SmallRoom room = rooms.get(i);
      for (int n = 0; n < SLOW_OF_PARTY; n++) {
        entering.add(laggards.slow(visitor(room, room.party("A"))));
        entering.add(laggards.slow(visitor(room, room.party("B"))));
      }
      for (int n = 0; n < SLOW_OF_MEDIATOR; n++) {
        entering.add(laggards.slow(visitor(room, room.mediator())));
      }
      if (i < rooms.size() * STALLED_PER_ROOM) {
        entering.add(laggards.stalled(visitor(room, room.mediator())));
      }
      Net.await(Future.all(entering));
    }
    return laggards;
  }

  private Visitor visitor(SmallRoom room, Actor actor) {
    return new Visitor(net, actor, room);
  }
}
