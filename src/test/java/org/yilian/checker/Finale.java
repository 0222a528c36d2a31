package org.yilian.checker;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The end of a run: what waits is waited for, and everybody reads everything anew. */
final class Finale {
  private static final long PENDING_SECONDS = 32;
  private static final long SETTLE_SECONDS = 10;
  private static final long READ_SECONDS = 60;
  private static final int PAGE = 500;
  private static final int AT_ONCE = 4;

  private final World world;

  Finale(World world) {
    this.world = world;
  }

  void play() {
    world.history.add(Event.Quiet::new);
    until(PENDING_SECONDS, () -> standing().stream().allMatch(c -> c.speaker().waiting() == 0));
    until(SETTLE_SECONDS, () -> standing().stream().allMatch(this::upToDate));
    World.pause(500);
    world.history.add(Event.Settled::new);
    readAll();
    world.history.add(Event.Finished::new);
  }

  private interface Condition {
    boolean holds();
  }

  private static void until(long seconds, Condition condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.holds() && System.nanoTime() < deadline) {
      World.pause(100);
    }
  }

  private List<Client> standing() {
    return world.clients.values().stream().filter(c -> staysOn(c.self())).toList();
  }

  private boolean staysOn(Member member) {
    return lanes(member).stream().anyMatch(lane -> world.plan.rights().readsAtLast(member, lane));
  }

  private List<Lane> lanes(Member member) {
    return Rights.lanes(member.room(), world.plan.sides().get(member.room()));
  }

  private boolean upToDate(Client client) {
    for (Event.Acked ack : world.acks.values()) {
      Lane lane = world.plan.sends().get(ack.send()).lane();
      if (world.plan.rights().readsAtLast(client.self(), lane)
          && client.cursor(world.laneIds.get(lane)) < ack.seq()) {
        return false;
      }
    }
    return client.connected();
  }

  private void readAll() {
    ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);
    standing().forEach(client -> readers.execute(() -> read(client)));
    readers.shutdown();
    try {
      if (!readers.awaitTermination(5, TimeUnit.MINUTES)) {
        world.troubles.add("the reading to the end did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Client client) {
    try {
      freshly(client);
      for (Lane lane : lanes(client.self())) {
        if (world.plan.rights().readsAtLast(client.self(), lane)) {
          pages(client, lane);
        }
      }
      Probes.otherLanes(world, client.self());
    } catch (RuntimeException e) {
      world.troubles.add(client.self() + " reads to the end: " + e);
    }
  }

  /** A socket that asks for everything, until every backlog has ended. */
  private void freshly(Client client) {
    Member self = client.self();
    JsonObject room = JsonObject.of("roomId", world.rooms.get(self.room()));
    String ticket =
        client.session().insist("POST", "/socket-tickets", room).body().getString("ticket");
    int number = world.wires.incrementAndGet();
    world.history.add(at -> new Event.Opened(at, number, self, Event.Wire.FRESH, Map.of()));
    Reader reader = new Reader(new Observer(world, self));
    Wire wire = Wire.open(number, client.session().port(), reader).join();
    wire.send(JsonObject.of("type", "hello", "ticket", ticket));
    try {
      reader.done.await(READ_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    wire.cut();
  }

  private final class Reader implements Wire.Listener {
    private final Observer observer;
    private final Set<String> waiting = new HashSet<>();
    private final CountDownLatch done = new CountDownLatch(1);

    Reader(Observer observer) {
      this.observer = observer;
    }

    @Override
    public void frame(Wire from, JsonObject frame, String raw) {
      observer.smell(from.number(), frame, raw);
      switch (frame.getString("type")) {
        case "welcome" ->
            frame
                .getJsonArray("lanes")
                .forEach(lane -> waiting.add(((JsonObject) lane).getString("id")));
        case "message" -> observer.message(from.number(), frame);
        case "recalled" -> observer.takenBack(from.number(), frame);
        case "live" -> {
          String lane = observer.laneName(frame.getString("lane"));
          world.history.add(at -> new Event.Caught(at, from.number(), lane));
          waiting.remove(frame.getString("lane"));
          if (waiting.isEmpty()) {
            done.countDown();
          }
        }
        default -> {}
      }
    }

    @Override
    public void closed(Wire from, int code, String reason) {
      world.history.add(at -> new Event.Closed(at, from.number(), code));
      done.countDown();
    }
  }

  private void pages(Client client, Lane lane) {
    Member self = client.self();
    Observer observer = new Observer(world, self);
    int number = world.wires.incrementAndGet();
    world.history.add(at -> new Event.Opened(at, number, self, Event.Wire.PAGES, Map.of()));
    String path =
        "/rooms/%s/lanes/%s/messages?limit=%d&after="
            .formatted(world.rooms.get(self.room()), world.laneIds.get(lane), PAGE);
    long after = 0;
    Long next = 0L;
    while (next != null) {
      Http.Answer page = client.session().insist("GET", path + after, null);
      if (!page.ok()) {
        return;
      }
      JsonArray items = page.body().getJsonArray("items");
      for (Object item : items) {
        JsonObject message = (JsonObject) item;
        observer.smell(number, message, message.encode());
        observer.message(number, message);
      }
      next = page.body().getLong("next");
      after = next == null ? after : next;
    }
    world.history.add(at -> new Event.Caught(at, number, lane.name()));
  }
}
