package org.yilian.client;

import static org.junit.jupiter.api.Assertions.fail;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One open socket of one member, and every frame that it ever received. */
public final class Line implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long PATIENCE_SECONDS = 15;

  private final List<JsonObject> frames = new ArrayList<>();
  private int closeCode;
  private String closeReason;
  private WebSocket socket;

  private Line() {}

  /** Opens a socket and waits until every backlog has ended. */
  public static Line open(Actor actor, String roomId) {
    return open(actor, roomId, new JsonObject());
  }

  /** As {@link #open(Actor, String)}, resuming after the given number of each lane. */
  public static Line open(Actor actor, String roomId, JsonObject after) {
    Line line = entering(actor, roomId, after);
    line.awaitBacklogs();
    return line;
  }

  /** A socket that has said hello, and has perhaps not been let in yet. */
  public static Line entering(Actor actor, String roomId, JsonObject after) {
    Line line = raw(actor.port());
    String ticket =
        actor
            .post("/socket-tickets", JsonObject.of("roomId", roomId))
            .expect(201)
            .json()
            .getString("ticket");
    line.send(JsonObject.of("type", "hello", "ticket", ticket, "after", after));
    return line;
  }

  /** Waits until every backlog has ended. */
  public void awaitBacklogs() {
    for (Object lane : await("welcome", frame -> true).getJsonArray("lanes")) {
      String id = ((JsonObject) lane).getString("id");
      await("live", frame -> id.equals(frame.getString("lane")));
    }
  }

  /** A socket that has said nothing yet. */
  public static Line raw(int port) {
    Line line = new Line();
    line.socket =
        HTTP.newWebSocketBuilder()
            .subprotocols("yilian.v1")
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/ws/v1"), line.new Listener())
            .join();
    return line;
  }

  public void send(JsonObject frame) {
    socket.sendText(frame.encode(), true).join();
  }

  /** Says a text and waits for its ack. */
  public JsonObject say(String lane, String text) {
    return say(lane, UUID.randomUUID().toString(), text);
  }

  /** As {@link #say(String, String)}, with a client id of the caller's. */
  public JsonObject say(String lane, String clientId, String text) {
    sayUnanswered(lane, clientId, text);
    return await("ack", frame -> clientId.equals(frame.getString("clientId")));
  }

  public void sayUnanswered(String lane, String clientId, String text) {
    send(
        JsonObject.of(
            "type",
            "say",
            "lane",
            lane,
            "clientId",
            clientId,
            "body",
            JsonObject.of("kind", "text", "text", text)));
  }

  /** Waits for the first frame, past ones included, of the type that fits. */
  public synchronized JsonObject await(String type, Predicate<JsonObject> fits) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      for (JsonObject frame : frames) {
        if (type.equals(frame.getString("type")) && fits.test(frame)) {
          return frame;
        }
      }
      pause(deadline, type);
    }
  }

  /** Waits for a message with this text. */
  public JsonObject awaitText(String text) {
    return await("message", frame -> text.equals(frame.getJsonObject("body").getString("text")));
  }

  /** Waits for the close and returns its code. */
  public synchronized int awaitClose() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (closeCode == 0) {
      pause(deadline, "close");
    }
    return closeCode;
  }

  public synchronized String closeReason() {
    return closeReason;
  }

  private void pause(long deadline, String what) {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left <= 0) {
      fail("no " + what + " came; received: " + frames);
    }
    try {
      wait(left);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything received so far, as text: for looking for what must not be there. */
  public synchronized String received() {
    return frames.toString();
  }

  /** Everything received until the server answered a ping that is sent now. */
  public String untilNow() {
    waitForPong();
    return received();
  }

  /** The frames of a type received until the server answered a ping that is sent now. */
  public List<JsonObject> untilNowFrames(String type) {
    waitForPong();
    return frames().stream().filter(frame -> type.equals(frame.getString("type"))).toList();
  }

  private void waitForPong() {
    long before = pongs();
    send(JsonObject.of("type", "ping"));
    await("pong", frame -> pongs() > before);
  }

  private synchronized long pongs() {
    return frames.stream().filter(frame -> "pong".equals(frame.getString("type"))).count();
  }

  public synchronized List<JsonObject> frames() {
    return List.copyOf(frames);
  }

  /** Cuts without a closing handshake, as a phone in a lift does. */
  public void cut() {
    socket.abort();
  }

  @Override
  public void close() {
    socket
        .sendClose(WebSocket.NORMAL_CLOSURE, "")
        .orTimeout(5, TimeUnit.SECONDS)
        .exceptionally(e -> null)
        .join();
  }

  private synchronized void received(JsonObject frame) {
    frames.add(frame);
    notifyAll();
  }

  private synchronized void closed(int code, String reason) {
    closeCode = code;
    closeReason = reason;
    notifyAll();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        received(new JsonObject(partial.toString()));
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed(code, reason);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed(1006, error.toString());
    }
  }
}
