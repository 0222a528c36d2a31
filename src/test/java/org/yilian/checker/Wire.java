package org.yilian.checker;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One WebSocket: frames out in order, frames in one by one, and an end that is told once. */
final class Wire implements WebSocket.Listener {
  /** Told on threads of the HTTP client, one call at a time. */
  interface Listener {
    void frame(Wire from, JsonObject frame, String raw);

    void closed(Wire from, int code, String reason);
  }

  private static final int ABNORMAL = 1006;

  private final int number;
  private final Listener listener;
  private final StringBuilder partial = new StringBuilder();
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);
  private volatile WebSocket socket;
  private volatile long heard = System.nanoTime();
  private boolean stalled;
  private boolean owed;
  private boolean over;

  private Wire(int number, Listener listener) {
    this.number = number;
    this.listener = listener;
  }

  static CompletableFuture<Wire> open(int number, int port, Listener listener) {
    Wire wire = new Wire(number, listener);
    return Http.client()
        .newWebSocketBuilder()
        .subprotocols("yilian.v1")
        .connectTimeout(Duration.ofSeconds(3))
        .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/ws/v1"), wire)
        .thenApply(
            opened -> {
              wire.socket = opened;
              return wire;
            });
  }

  int number() {
    return number;
  }

  long silentNanos() {
    return System.nanoTime() - heard;
  }

  synchronized void send(JsonObject frame) {
    String text = frame.encode();
    sending =
        sending
            .thenCompose(before -> socket.sendText(text, true))
            .exceptionally(
                broken -> {
                  // Not here, where this lock is held and the listener has locks of its own.
                  CompletableFuture.runAsync(() -> end(ABNORMAL, "broken"));
                  return null;
                });
  }

  /** Gone without a word. */
  void cut() {
    socket.abort();
    end(ABNORMAL, "cut");
  }

  synchronized void stall() {
    stalled = true;
  }

  synchronized boolean stalled() {
    return stalled;
  }

  /**
   * What is asked for may come at once, on this thread, to a listener that has locks of its own.
   */
  void readOn() {
    if (wasOwed()) {
      socket.request(1);
    }
  }

  private synchronized boolean wasOwed() {
    boolean was = owed;
    stalled = false;
    owed = false;
    heard = System.nanoTime();
    return was;
  }

  private void next(WebSocket from) {
    if (!owes()) {
      from.request(1);
    }
  }

  private synchronized boolean owes() {
    owed = stalled;
    return stalled;
  }

  private void end(int code, String reason) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
    }
    listener.closed(this, code, reason);
  }

  @Override
  public void onOpen(WebSocket opened) {
    socket = opened;
    opened.request(1);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    heard = System.nanoTime();
    partial.append(data);
    if (last) {
      String raw = partial.toString();
      partial.setLength(0);
      if (!isOver()) {
        listener.frame(this, new JsonObject(raw), raw);
      }
    }
    next(from);
    return null;
  }

  private synchronized boolean isOver() {
    return over;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    end(code, reason);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    end(ABNORMAL, String.valueOf(error));
  }
}
