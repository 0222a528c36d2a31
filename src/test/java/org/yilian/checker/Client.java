package org.yilian.checker;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * One member at the promised interface: keeps a socket open, resumes by its cursors, and sends
 * again what was not acknowledged, always with the same client id.
 */
final class Client implements Wire.Listener {
  private static final int MEMBERSHIP_ENDED = 4403;
  private static final int BAD_TICKET = 4401;
  private static final long BEAT_MILLIS = 2_000;
  private static final long SILENCE = TimeUnit.SECONDS.toNanos(7);

  private final World world;
  private final Member self;
  private final Session session;
  private final Observer observer;
  private final Speaker speaker;
  private final Map<String, Long> cursors = new TreeMap<>();
  private Wire wire;
  private boolean connecting;
  private volatile boolean over;
  private volatile boolean leaving;

  Client(World world, Member self, Session session) {
    this.world = world;
    this.self = self;
    this.session = session;
    this.observer = new Observer(world, self);
    this.speaker = new Speaker(world, self, session);
  }

  Member self() {
    return self;
  }

  Session session() {
    return session;
  }

  Speaker speaker() {
    return speaker;
  }

  /** Whether the member has been shut out, and has noticed. */
  boolean over() {
    return over;
  }

  /** From now on a refused door is the end, not a reason to try again. */
  void leaving() {
    leaving = true;
    speaker.leaving();
  }

  /** Its person has another seat from now on, and comes in by that one's client. */
  void retire() {
    if (!over) {
      shutOut();
      cut();
    }
  }

  void start() {
    connect();
    world.after(BEAT_MILLIS, this::beat);
  }

  /** Stops for good and says nothing more. */
  void stop() {
    over = true;
    cut();
  }

  private void beat() {
    Wire current = current();
    if (current != null && !current.stalled()) {
      if (current.silentNanos() > SILENCE) {
        current.cut();
      } else {
        current.send(JsonObject.of("type", "ping"));
      }
    }
    if (!over) {
      world.after(BEAT_MILLIS, this::beat);
    }
  }

  /** The last number that it has of a lane. */
  synchronized long cursor(String laneId) {
    return cursors.getOrDefault(laneId, 0L);
  }

  synchronized boolean connected() {
    return wire != null;
  }

  private synchronized Wire current() {
    return wire;
  }

  private void connect() {
    synchronized (this) {
      if (over || connecting || wire != null) {
        return;
      }
      connecting = true;
    }
    JsonObject room = JsonObject.of("roomId", world.rooms.get(self.room()));
    session.ask("POST", "/socket-tickets", room).thenAccept(this::ticket);
  }

  private void ticket(Http.Answer answer) {
    if (over) {
      return;
    }
    if (answer.ok()) {
      open(answer.body().getString("ticket"));
      return;
    }
    if (answer.status() == 404 && leaving) {
      shutOut();
    } else if (answer.status() == 401) {
      world.timer.execute(this::signInAndRetry);
    } else {
      session.turnAway();
      retry(300);
    }
  }

  private void open(String ticket) {
    int number = world.wires.incrementAndGet();
    Map<String, Long> after = after();
    Event.Opened opened =
        world.history.add(at -> new Event.Opened(at, number, self, Event.Wire.LIVE, names(after)));
    Wire.open(number, session.port(), this)
        .thenAccept(fresh -> greet(fresh, ticket, after))
        .exceptionally(
            failure -> {
              world.history.add(at -> new Event.Closed(at, opened.wire(), 0));
              session.turnAway();
              retry(300);
              return null;
            });
  }

  private synchronized Map<String, Long> after() {
    return new HashMap<>(cursors);
  }

  private Map<String, Long> names(Map<String, Long> after) {
    Map<String, Long> named = new TreeMap<>();
    after.forEach((lane, seq) -> named.put(observer.laneName(lane), seq));
    return named;
  }

  private void greet(Wire fresh, String ticket, Map<String, Long> after) {
    synchronized (this) {
      wire = fresh;
      connecting = false;
    }
    if (over) {
      fresh.cut();
      return;
    }
    JsonObject cursorsJson = new JsonObject();
    after.forEach(cursorsJson::put);
    fresh.send(JsonObject.of("type", "hello", "ticket", ticket, "after", cursorsJson));
    if (over) {
      fresh.cut();
    }
  }

  private void retry(long millis) {
    synchronized (this) {
      connecting = false;
    }
    world.after(millis + ThreadLocalRandom.current().nextInt(200), this::connect);
  }

  /** Who is taken leave of while his server stops, hears of it only at the door. */
  private void signInAndRetry() {
    if (session.signIn()) {
      retry(0);
    } else if (leaving && session.gone()) {
      shutOut();
    } else {
      retry(300);
    }
  }

  private void shutOut() {
    over = true;
    speaker.abandon();
  }

  @Override
  public void frame(Wire from, JsonObject frame, String raw) {
    if (over) {
      return;
    }
    observer.smell(from.number(), frame, raw);
    switch (String.valueOf(frame.getString("type"))) {
      case "welcome" -> speaker.connected(from);
      case "message" -> {
        advance(frame);
        observer.message(from.number(), frame);
      }
      case "recalled" -> observer.takenBack(from.number(), frame);
      case "live" -> {
        String lane = observer.laneName(frame.getString("lane"));
        world.history.add(at -> new Event.Caught(at, from.number(), lane));
      }
      case "ack" -> {
        advance(frame);
        speaker.acked(frame, from.number());
      }
      case "refused" -> speaker.refused(frame.getString("clientId"), frame.getString("code"));
      default -> {}
    }
  }

  private synchronized void advance(JsonObject frame) {
    cursors.merge(frame.getString("lane"), frame.getLong("seq"), Math::max);
  }

  @Override
  public void closed(Wire from, int code, String reason) {
    world.history.add(at -> new Event.Closed(at, from.number(), code));
    synchronized (this) {
      if (wire == from) {
        wire = null;
      }
    }
    speaker.disconnected(from);
    if (code == MEMBERSHIP_ENDED) {
      shutOut();
    } else if (!over) {
      long millis = reason != null && reason.startsWith("retryMs=") ? retryMillis(reason) : 100;
      if (code == BAD_TICKET) {
        world.timer.execute(this::signInAndRetry);
      } else {
        retry(millis);
      }
    }
  }

  private static long retryMillis(String reason) {
    return Long.parseLong(reason.substring("retryMs=".length()));
  }

  void cut() {
    Wire current = current();
    if (current != null) {
      current.cut();
    }
  }

  void stall(long millis) {
    Wire current = current();
    if (current != null) {
      long nanos = TimeUnit.MILLISECONDS.toNanos(millis + 500);
      world.history.add(at -> new Event.Stalled(at, current.number(), nanos));
      current.stall();
      world.after(millis, current::readOn);
    }
  }

  /** A new session; the old one is ended, and its socket with it. */
  void signInAgain() {
    String old = session.token();
    int port = session.port();
    Wire current = current();
    if (!session.signIn()) {
      return;
    }
    long begun = world.history.now();
    Http.Answer ended = Http.await(Http.send(port, "DELETE", "/sessions/current", old, null));
    if (ended.ok() && current != null) {
      world.history.add(at -> new Event.LoggedOut(at, begun, current.number()));
    }
  }
}
