package org.yilian.nodes;

import io.vertx.core.Future;
import java.util.function.Consumer;

/** How nodes reach one another: a port, since not every house has the same means. */
public interface Wakes {

  /**
   * Begins to hear what is published, this node's own words included. Called again after a cut.
   *
   * @param cut run once when nothing is heard any more: what is published from then on is lost
   */
  Future<Void> listen(Consumer<String> heard, Runnable cut);

  /**
   * Sends a text of at most 7,500 bytes to every node. One that does not arrive is not repeated.
   */
  Future<Void> publish(String text);

  Future<Void> close();
}
