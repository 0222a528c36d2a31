package org.yilian.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yilian.rooms.TextFrame;

/**
 * A TCP connection that speaks RFC 6455: frames in and out, pings answered, the closing handshake.
 * Reading lives on the connection's own loop; sending and closing may come from anywhere.
 */
final class FrameSocket {

  /** Why nothing is read for the moment. */
  enum Hold {
    ENTERING,
    RATE,
    ANSWERS
  }

  /** What a socket is told of its frames, one by one, on its loop. */
  interface Listener {
    void received(Incoming frame);

    void violated(Violation violation);

    /** The connection has ended, in whatever way. */
    void gone();
  }

  private static final long CLOSING_MILLIS = 3_000;
  private static final long LOST_MILLIS = 1_000;
  private static final byte[] NOTHING = {};

  private final FrameReader reader = new FrameReader();
  private final Set<Hold> holds = EnumSet.noneOf(Hold.class);
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Vertx vertx;
  private final Context context;
  private final NetSocket socket;
  private final SendQueue queue;
  private final Outlet outlet;
  private Listener listener;
  private boolean pumping;

  /** To be made on the connection's loop. */
  FrameSocket(Vertx vertx, NetSocket socket, SendQueue queue) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.socket = socket;
    this.queue = queue;
    this.outlet = new Outlet(context, socket, queue);
  }

  void open(Listener told) {
    listener = told;
    socket.exceptionHandler(broken -> {});
    socket.closeHandler(
        closed -> {
          closing.set(true);
          listener.gone();
        });
    socket.handler(this::received);
  }

  private void received(Buffer octets) {
    reader.feed(octets.getBytes());
    pump();
  }

  /** Hands on frame after frame, until there is none or reading is held. */
  private void pump() {
    if (pumping) {
      return;
    }
    pumping = true;
    try {
      for (Incoming frame = next(); frame != null; frame = next()) {
        take(frame);
      }
    } catch (Violation violation) {
      violated(violation);
    } finally {
      pumping = false;
    }
  }

  private Incoming next() {
    return holds.isEmpty() ? reader.next() : null;
  }

  private void take(Incoming frame) {
    if (frame instanceof Incoming.Close close) {
      answer(close);
      return;
    }
    if (closing.get()) {
      return;
    }
    // Whoever does not read what is sent gets no more of it: the newest ping alone matters.
    if (frame instanceof Incoming.Ping ping && !queue.isFull()) {
      outlet.add(FrameHeader.PONG, ping.payload());
    }
    listener.received(frame);
  }

  private void answer(Incoming.Close close) {
    if (closing.compareAndSet(false, true)) {
      outlet
          .add(FrameHeader.CLOSE, FrameWriter.closing(close.code(), ""))
          .onComplete(sent -> socket.close());
    } else {
      socket.close();
    }
  }

  private void violated(Violation violation) {
    if (closing.get()) {
      socket.close();
    } else {
      listener.violated(violation);
    }
  }

  /** Reads nothing more until every hold is gone. */
  void hold(Hold why) {
    if (holds.add(why)) {
      socket.pause();
    }
  }

  void release(Hold why) {
    if (holds.remove(why) && holds.isEmpty()) {
      pump();
      if (holds.isEmpty()) {
        socket.resume();
      }
    }
  }

  /** As {@link #release}, from any thread. */
  void releaseSoon(Hold why) {
    context.runOnContext(now -> release(why));
  }

  /** Reads nothing more for that time. */
  void holdFor(Hold why, long millis) {
    hold(why);
    vertx.setTimer(millis, over -> release(why));
  }

  boolean isReading() {
    return holds.isEmpty();
  }

  boolean isClosing() {
    return closing.get();
  }

  /** Whether no more may be queued for a peer that reads too slowly. */
  boolean isFull() {
    return queue.isFull();
  }

  /** Queues a text frame; the future ends when it has left for the network, or never will. */
  Future<Void> send(TextFrame frame) {
    return closing.get() ? Future.succeededFuture() : outlet.add(FrameHeader.TEXT, frame.octets());
  }

  void ping() {
    if (!closing.get() && !queue.isFull()) {
      outlet.add(FrameHeader.PING, NOTHING);
    }
  }

  /**
   * Tells the client why, and ends the connection when it has answered or after a short time.
   *
   * @return whether it was this call that closed
   */
  boolean close(int code, String reason) {
    boolean first = closing.compareAndSet(false, true);
    if (first) {
      context.runOnContext(now -> closeNow(code, reason));
    }
    return first;
  }

  private void closeNow(int code, String reason) {
    outlet.add(FrameHeader.CLOSE, FrameWriter.closing(code, reason));
    long patience = reader.isLost() ? LOST_MILLIS : CLOSING_MILLIS;
    vertx.setTimer(patience, late -> socket.close());
    reader.mute();
    Set.copyOf(holds).forEach(this::release);
    pump();
  }
}
