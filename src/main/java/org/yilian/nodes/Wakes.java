package org.yilian.nodes;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** How nodes reach one another: a port, since not every house has the same means. */
public interface Wakes {

  /**
   * Begins to hear what is published, this node's own words included, and goes on by itself after a
   * cut.
   *
   * @param resumed run after a cut: what was published meanwhile is lost
   */
  Future<Void> listen(Consumer<String> heard, Runnable resumed);

  /**
   * Sends a text of at most 7,500 bytes to every node. One that does not arrive is not repeated.
   */
  Future<Void> publish(String text);

  Future<Void> close();
}
