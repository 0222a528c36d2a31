package org.yilian.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.Frames;
import org.yilian.rooms.Hello;
import org.yilian.rooms.Messages;
import org.yilian.rooms.Peer;
import org.yilian.rooms.Posted;
import org.yilian.rooms.RoomHub;
import org.yilian.rooms.RoomSignals;
import org.yilian.rooms.Said;
import org.yilian.rooms.Seat;
import org.yilian.rooms.SocketCodes;
import org.yilian.rooms.SocketTickets;
import org.yilian.rooms.TextFrame;

/** One socket: hello, then frame by frame, in the order in which they came. */
final class RoomSocket implements Peer, FrameSocket.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(RoomSocket.class);

  /** A piece of a message is little work, but not none. */
  private static final double FRAGMENT_COST = 0.005;

  private final FaultWindow faults = new FaultWindow(System::nanoTime);
  private final AtomicInteger unanswered = new AtomicInteger();
  private final FrameSocket socket;
  private final SocketTickets tickets;
  private final RoomHub hub;
  private final RoomSignals signals;
  private final Messages messages;
  private final SocketLimits limits;
  private final Function<String, TokenBucket> buckets;
  private final Closings closings;
  private Future<?> saying = Future.succeededFuture();
  private TokenBucket bucket;
  private Runnable known = () -> {};
  private Runnable gone = () -> {};
  private boolean greeted;
  private boolean heard = true;
  private Seat seat;

  /**
   * @param buckets what a member may still send, by its id
   */
  RoomSocket(
      FrameSocket socket,
      SocketTickets tickets,
      RoomHub hub,
      RoomSignals signals,
      Messages messages,
      SocketLimits limits,
      Function<String, TokenBucket> buckets,
      Closings closings) {
    this.socket = socket;
    this.tickets = tickets;
    this.hub = hub;
    this.signals = signals;
    this.messages = messages;
    this.limits = limits;
    this.buckets = buckets;
    this.closings = closings;
    this.bucket = limits.bucket();
  }

  /**
   * @param admitted called when its ticket was good, or when it is closed
   * @param after called when the socket is closed
   */
  void open(Runnable admitted, Runnable after) {
    known = admitted;
    gone = after;
    socket.open(this);
  }

  @Override
  public void gone() {
    known.run();
    gone.run();
    if (seat != null) {
      hub.leave(seat);
    }
  }

  /** The time for the first message is over. */
  void expectGreeting() {
    if (!greeted) {
      close(SocketCodes.NO_HELLO, "no-hello");
    }
  }

  /** Asks for a sign of life; a peer that gave none since the last time is gone. */
  void probe() {
    if (!heard && socket.isReading()) {
      close(SocketCodes.TOO_SLOW, "silent");
    } else {
      heard = false;
      socket.ping();
    }
  }

  @Override
  public void violated(Violation violation) {
    close(violation.code(), violation.getMessage());
  }

  @Override
  public void received(Incoming frame) {
    heard = true;
    slowDown(frame instanceof Incoming.Fragment ? FRAGMENT_COST : 1);
    if (frame instanceof Incoming.Text message) {
      message(message.text());
    }
  }

  /** Above the member's rate nothing is refused: it is read later. */
  private void slowDown(double cost) {
    long wait = bucket.take(cost);
    if (wait > 0 && socket.isReading()) {
      socket.holdFor(FrameSocket.Hold.RATE, wait);
    }
  }

  private void message(String text) {
    try {
      ClientFrame frame = ClientFrame.of(text);
      if (greeted) {
        answer(frame);
      } else {
        greet(frame);
      }
    } catch (Violation violation) {
      violated(violation);
    }
  }

  private void greet(ClientFrame frame) {
    String ticket = frame.text("ticket");
    if (!"hello".equals(frame.type()) || ticket == null) {
      close(SocketCodes.BAD_TICKET, "hello-expected");
      return;
    }
    greeted = true;
    socket.hold(FrameSocket.Hold.ENTERING);
    Hello hello = frame.hello();
    tickets
        .spend(ticket)
        .compose(admission -> enter(admission, hello))
        .onFailure(this::notLetIn)
        .onComplete(done -> socket.releaseSoon(FrameSocket.Hold.ENTERING));
  }

  private void notLetIn(Throwable failure) {
    LOG.warn("socket not let in", failure);
    close(SocketCodes.TOO_SLOW, "try-again");
  }

  private Future<Void> enter(Optional<SocketTickets.Admission> admission, Hello hello) {
    if (admission.isEmpty()) {
      close(SocketCodes.BAD_TICKET, "bad-ticket");
      return Future.succeededFuture();
    }
    known.run();
    bucket = buckets.apply(admission.get().memberId());
    return hub.enter(admission.get(), this, hello).map(this::entered);
  }

  private Void entered(Seat entered) {
    seat = entered;
    if (socket.isClosing()) {
      hub.leave(entered);
    }
    return null;
  }

  private void answer(ClientFrame frame) {
    switch (String.valueOf(frame.type())) {
      case "say" -> say(frame);
      case "typing" -> signals.typing(seat, String.valueOf(frame.text("lane")));
      case "seen" -> signals.seen(seat, String.valueOf(frame.text("lane")), frame.number("seq"));
      case "ping" -> answer(JsonObject.of("type", "pong"));
      default -> refuse(null, Refusal.of(400, "unknown-type", "不认识这种消息。"));
    }
  }

  /**
   * One after the other: what is checked longer must not be overtaken by what came later. While too
   * many wait, as when the database is slow, nothing more is read.
   */
  private void say(ClientFrame frame) {
    if (unanswered.incrementAndGet() >= limits.unanswered()) {
      socket.hold(FrameSocket.Hold.ANSWERS);
    }
    saying = saying.transform(before -> sayNow(frame)).onComplete(done -> answered());
  }

  private void answered() {
    if (unanswered.decrementAndGet() == limits.unanswered() / 2) {
      socket.releaseSoon(FrameSocket.Hold.ANSWERS);
    }
  }

  private Future<Void> sayNow(ClientFrame frame) {
    Future<Said> said;
    try {
      said = messages.say(seat, frame.say(this));
    } catch (RuntimeException failure) {
      said = Future.failedFuture(failure);
    }
    return said.onSuccess(done -> told(frame.clientId(), done))
        .onFailure(failure -> refuse(frame.clientId(), failure))
        .mapEmpty();
  }

  private void told(String clientId, Said said) {
    if (said instanceof Posted posted) {
      answer(Frames.ack(clientId, posted));
    } else {
      answer(Frames.held(clientId, (Said.Held) said));
    }
  }

  private void refuse(String clientId, Throwable failure) {
    Refusal refusal = failure instanceof Refusal expected ? expected : bug(failure);
    answer(Frames.refused(clientId, refusal.code(), refusal.detail()));
    boolean faulty = refusal.status() == 400 || refusal.status() == 404;
    if (faulty && faults.tooMany()) {
      close(SocketCodes.TOO_MANY_FAULTS, "too-many-faults");
    }
  }

  private static Refusal bug(Throwable failure) {
    LOG.error("bug in a socket", failure);
    return Refusal.tryAgain();
  }

  /** Answers are not kept for a client that goes on sending and does not read. */
  private void answer(JsonObject frame) {
    if (full()) {
      close(SocketCodes.TOO_SLOW, "too-slow");
    } else {
      send(TextFrame.of(frame));
    }
  }

  @Override
  public Future<Void> send(TextFrame frame) {
    return socket.send(frame);
  }

  @Override
  public boolean full() {
    return socket.isFull();
  }

  @Override
  public void close(int code, String reason) {
    if (socket.close(code, reason)) {
      closings.note(code, reason);
    }
  }
}
