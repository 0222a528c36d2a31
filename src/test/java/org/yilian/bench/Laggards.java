package org.yilian.bench;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Slow connections, which carry next to nothing, and readers who have stopped reading. */
final class Laggards {
  private static final long READ_EVERY_MILLIS = 1_000;
  private static final long OCTET_EVERY_MILLIS = 500;
  private static final long STALL_MILLIS = 5_000;
  private static final long COME_AGAIN_MILLIS = 1_000;
  private static final Buffer PING = Link.encoded(JsonObject.of("type", "ping"));

  private final Net net;
  private final AtomicInteger slow = new AtomicInteger();
  private final AtomicInteger stalled = new AtomicInteger();
  private final AtomicInteger tooSlow = new AtomicInteger();
  private final AtomicInteger otherwise = new AtomicInteger();

  Laggards(Net net) {
    this.net = net;
  }

  /**
   * It reads one piece a second, at most what the system took in, and writes an octet at a time.
   */
  Future<Void> slow(Visitor visitor) {
    slow.incrementAndGet();
    return enterSlowly(visitor);
  }

  private Future<Void> enterSlowly(Visitor visitor) {
    visitor.onClose(code -> again(code, () -> enterSlowly(visitor)));
    return visitor.connect(true).map(this::crawl);
  }

  private Void crawl(Link link) {
    int[] at = {0};
    link.socket().pause();
    long reading = net.vertx().setPeriodic(READ_EVERY_MILLIS, tick -> link.socket().fetch(1));
    long writing =
        net.vertx()
            .setPeriodic(
                OCTET_EVERY_MILLIS,
                tick -> {
                  int next = at[0]++ % PING.length();
                  link.socket().write(PING.getBuffer(next, next + 1));
                });
    link.onGone(
        () -> {
          net.vertx().cancelTimer(reading);
          net.vertx().cancelTimer(writing);
        });
    return null;
  }

  /** It asks for everything and reads nothing; after a while it does so again. */
  Future<Void> stalled(Visitor visitor) {
    stalled.incrementAndGet();
    return enterAndStall(visitor);
  }

  private Future<Void> enterAndStall(Visitor visitor) {
    visitor.onClose(code -> again(code, () -> enterAndStall(visitor)));
    return visitor.connect(true).map(this::stall);
  }

  private Void stall(Link link) {
    link.socket().pause();
    long leaving = net.vertx().setTimer(STALL_MILLIS, tick -> link.cut());
    link.onGone(() -> net.vertx().cancelTimer(leaving));
    return null;
  }

  private void again(int code, Supplier<Future<Void>> entering) {
    (code == 1013 ? tooSlow : otherwise).incrementAndGet();
    net.vertx()
        .timer(COME_AGAIN_MILLIS, TimeUnit.MILLISECONDS)
        .compose(now -> entering.get())
        .onFailure(failure -> again(0, entering));
  }

  @Override
  public String toString() {
    return "%d slow and %d stalled, closed as too slow %d, other ends %d"
        .formatted(slow.get(), stalled.get(), tooSlow.get(), otherwise.get());
  }
}
