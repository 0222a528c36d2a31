package org.yilian.rooms;

import io.vertx.core.Future;

/** The far end of one socket. */
public interface Peer {

  /** Queues one frame. The future ends when it has left for the network. */
  Future<Void> send(TextFrame frame);

  /** Whether the reader is so slow that nothing more may be queued. */
  boolean full();

  void close(int code, String reason);
}
