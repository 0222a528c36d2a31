package org.yilian.kernel;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Work that takes turns: only so much of it is under way at once, the rest in its order. */
public final class Turns {
  private final Deque<Supplier<? extends Future<?>>> waiting = new ArrayDeque<>();
  private final int most;
  private final int places;
  private int underWay;

  /**
   * @param most how much is under way at once
   * @param places how much waits at most
   */
  public Turns(int most, int places) {
    this.most = most;
    this.places = places;
  }

  /**
   * Does the work when its turn comes.
   *
   * @param work logs its failures itself
   * @return false where too much waits already, and it is left undone
   */
  public boolean take(Supplier<? extends Future<?>> work) {
    synchronized (this) {
      if (underWay == most) {
        return waiting.size() < places && waiting.add(work);
      }
      underWay++;
    }
    begin(work);
    return true;
  }

  private void begin(Supplier<? extends Future<?>> work) {
    Future.<Void>succeededFuture()
        .compose(now -> work.get().<Void>mapEmpty())
        .onComplete(done -> next());
  }

  private void next() {
    Supplier<? extends Future<?>> work;
    synchronized (this) {
      work = waiting.poll();
      if (work == null) {
        underWay--;
        return;
      }
    }
    begin(work);
  }
}
