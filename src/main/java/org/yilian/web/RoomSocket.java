package org.yilian.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
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

/** One socket: hello, then frame by frame, in the order in which they came. */
final class RoomSocket implements Peer {
  private static final Logger LOG = LoggerFactory.getLogger(RoomSocket.class);

  private final FrameAssembly assembly = new FrameAssembly();
  private final FaultWindow faults = new FaultWindow(System::nanoTime);
  private final Vertx vertx;
  private final ServerWebSocket socket;
  private final SocketTickets tickets;
  private final RoomHub hub;
  private final RoomSignals signals;
  private final Messages messages;
  private final Function<String, TokenBucket> buckets;
  private Future<?> saying = Future.succeededFuture();
  private TokenBucket bucket;
  private boolean greeted;
  private boolean heard = true;
  private boolean reading = true;
  private boolean closing;
  private Seat seat;

  RoomSocket(
      Vertx vertx,
      ServerWebSocket socket,
      SocketTickets tickets,
      RoomHub hub,
      RoomSignals signals,
      Messages messages,
      Function<String, TokenBucket> buckets) {
    this.vertx = vertx;
    this.socket = socket;
    this.tickets = tickets;
    this.hub = hub;
    this.signals = signals;
    this.messages = messages;
    this.buckets = buckets;
  }

  /**
   * @param gone called when the socket is closed
   */
  void open(long helloMillis, Runnable gone) {
    long timer = vertx.setTimer(helloMillis, late -> closeUnlessGreeted());
    socket.frameHandler(this::received);
    socket.pongHandler(pong -> heard = true);
    socket.exceptionHandler(broken -> LOG.debug("socket broken", broken));
    socket.closeHandler(
        closed -> {
          closing = true;
          vertx.cancelTimer(timer);
          gone.run();
          if (seat != null) {
            hub.leave(seat);
          }
        });
  }

  private void closeUnlessGreeted() {
    if (!greeted) {
      close(SocketCodes.NO_HELLO, "no-hello");
    }
  }

  /** Asks for a sign of life; a peer that gave none since the last time is gone. */
  void probe() {
    if (!heard && reading) {
      close(SocketCodes.TOO_SLOW, "silent");
    } else if (!closing) {
      heard = false;
      socket.writePing(Buffer.buffer());
    }
  }

  private void received(WebSocketFrame frame) {
    heard = true;
    if (closing) {
      return;
    }
    try {
      assembly.add(frame).ifPresent(this::message);
    } catch (FrameAssembly.Violation violation) {
      close(violation.code(), violation.getMessage());
    }
  }

  private void message(String text) {
    ClientFrame frame = ClientFrame.of(text);
    if (!greeted) {
      greet(frame);
      return;
    }
    slowDown();
    answer(frame);
  }

  /** Above the member's rate nothing is refused: it is read later. */
  private void slowDown() {
    long wait = bucket.take();
    if (wait > 0 && reading) {
      pause();
      vertx.setTimer(wait, over -> resume());
    }
  }

  private void pause() {
    reading = false;
    socket.pause();
  }

  private void resume() {
    reading = true;
    heard = true;
    if (!closing) {
      socket.resume();
    }
  }

  private void greet(ClientFrame frame) {
    String ticket = frame.text("ticket");
    if (!"hello".equals(frame.type()) || ticket == null) {
      close(SocketCodes.BAD_TICKET, "hello-expected");
      return;
    }
    greeted = true;
    pause();
    Hello hello = frame.hello();
    tickets
        .spend(ticket)
        .compose(admission -> enter(admission, hello))
        .onFailure(
            failure -> {
              LOG.warn("socket not let in", failure);
              close(SocketCodes.TOO_SLOW, "try-again");
            })
        .onComplete(done -> resume());
  }

  private Future<Void> enter(Optional<SocketTickets.Admission> admission, Hello hello) {
    if (admission.isEmpty()) {
      close(SocketCodes.BAD_TICKET, "bad-ticket");
      return Future.succeededFuture();
    }
    bucket = buckets.apply(admission.get().memberId());
    return hub.enter(admission.get(), this, hello).map(this::entered);
  }

  private Void entered(Seat entered) {
    seat = entered;
    if (closing) {
      hub.leave(entered);
    }
    return null;
  }

  private void answer(ClientFrame frame) {
    switch (String.valueOf(frame.type())) {
      case "say" -> say(frame);
      case "typing" -> signals.typing(seat, String.valueOf(frame.text("lane")));
      case "seen" -> signals.seen(seat, String.valueOf(frame.text("lane")), frame.number("seq"));
      case "ping" -> send(JsonObject.of("type", "pong").encode());
      default -> refuse(null, Refusal.of(400, "unknown-type", "不认识这种消息。"));
    }
  }

  /** One after the other: what is checked longer must not be overtaken by what came later. */
  private void say(ClientFrame frame) {
    saying = saying.transform(before -> sayNow(frame));
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
      send(Frames.ack(clientId, posted).encode());
    } else {
      send(Frames.held(clientId, (Said.Held) said).encode());
    }
  }

  private void refuse(String clientId, Throwable failure) {
    Refusal refusal = failure instanceof Refusal expected ? expected : bug(failure);
    send(Frames.refused(clientId, refusal.code(), refusal.detail()).encode());
    boolean faulty = refusal.status() == 400 || refusal.status() == 404;
    if (faulty && faults.tooMany()) {
      close(SocketCodes.TOO_MANY_FAULTS, "too-many-faults");
    }
  }

  private static Refusal bug(Throwable failure) {
    LOG.error("bug in a socket", failure);
    return Refusal.tryAgain();
  }

  @Override
  public Future<Void> send(String frame) {
    if (closing) {
      return Future.succeededFuture();
    }
    // A peer that is gone asks again for what it missed: that is no failure of the sender.
    return socket.writeTextMessage(frame).otherwiseEmpty();
  }

  @Override
  public boolean full() {
    return socket.writeQueueFull();
  }

  @Override
  public void close(int code, String reason) {
    if (!closing) {
      closing = true;
      socket.close((short) code, reason);
    }
  }
}
