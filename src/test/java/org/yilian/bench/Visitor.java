package org.yilian.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.yilian.client.Actor;
import org.yilian.client.SmallRoom;

/** One socket of a member, which goes on where it stood, and notices what is missing. */
final class Visitor implements Link.Listener {
  private final Net net;
  private final Actor actor;
  private final SmallRoom room;
  private final Map<String, Long> cursors = new ConcurrentHashMap<>();
  private final AtomicInteger missing = new AtomicInteger();
  private final Set<String> catchingUp = new HashSet<>();
  private Promise<Void> entered = Promise.promise();
  private volatile Link link;
  private long greeted;
  private Consumer<JsonObject> onFrame = frame -> {};
  private IntConsumer onClose = code -> {};

  Visitor(Net net, Actor actor, SmallRoom room) {
    this.net = net;
    this.actor = actor;
    this.room = room;
  }

  SmallRoom room() {
    return room;
  }

  Actor actor() {
    return actor;
  }

  /** Told of every frame. */
  Visitor onFrame(Consumer<JsonObject> listener) {
    onFrame = listener;
    return this;
  }

  /** Told of the close code, of a socket that had been let in or not. */
  Visitor onClose(IntConsumer listener) {
    onClose = listener;
    return this;
  }

  /** Ticket, connection, hello; ends when every backlog has ended. */
  Future<Void> enter() {
    return connect(false).compose(fresh -> entered.future());
  }

  /**
   * Ticket, connection and hello alone.
   *
   * @param slow whether little is taken in that has not been read
   */
  Future<Link> connect(boolean slow) {
    entered = Promise.promise();
    return net.ticket(actor, room.id())
        .compose(ticket -> Link.open(net, slow, this).map(fresh -> greet(fresh, ticket)));
  }

  private Link greet(Link fresh, String ticket) {
    link = fresh;
    catchingUp.clear();
    JsonObject after = new JsonObject();
    cursors.forEach(after::put);
    greeted = System.nanoTime();
    fresh.send(JsonObject.of("type", "hello", "ticket", ticket, "after", after));
    return fresh;
  }

  /** When it last said hello, as {@link System#nanoTime}. */
  long greeted() {
    return greeted;
  }

  @Override
  public void frame(JsonObject frame) {
    switch (frame.getString("type")) {
      case "welcome" ->
          frame
              .getJsonArray("lanes")
              .forEach(lane -> catchingUp.add(((JsonObject) lane).getString("id")));
      case "message", "ack" -> advance(frame.getString("lane"), frame.getLong("seq"));
      case "live" -> {
        catchingUp.remove(frame.getString("lane"));
        if (catchingUp.isEmpty()) {
          entered.tryComplete();
        }
      }
      default -> {}
    }
    onFrame.accept(frame);
  }

  private void advance(String lane, long seq) {
    long last = cursors.getOrDefault(lane, 0L);
    if (seq != last + 1) {
      missing.incrementAndGet();
    }
    cursors.put(lane, Math.max(last, seq));
  }

  /** How often a number was not the next one of its lane. */
  int missing() {
    return missing.get();
  }

  long cursor(String lane) {
    return cursors.getOrDefault(lane, 0L);
  }

  /** Asks from there on the next time. */
  void standAt(String lane, long seq) {
    cursors.put(lane, seq);
  }

  @Override
  public void closed(int code) {
    entered.tryFail("closed with " + code);
    onClose.accept(code);
  }

  void send(JsonObject frame) {
    link.send(frame);
  }

  void say(String lane, String clientId, String text) {
    JsonObject body = JsonObject.of("kind", "text", "text", text);
    send(JsonObject.of("type", "say", "lane", lane, "clientId", clientId, "body", body));
  }

  void cut() {
    link.cut();
  }
}
