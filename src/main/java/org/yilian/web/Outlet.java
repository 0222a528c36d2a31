package org.yilian.web;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;

/**
 * What gathers for one connection during a turn of its loop leaves in one write: a batch of
 * messages that was committed together costs each reader one system call, not one a message.
 */
final class Outlet {
  private final Context context;
  private final NetSocket socket;
  private final SendQueue queue;
  private Gathered gathered;

  /** Frames in the order in which they leave, and who waits for that. */
  private static final class Gathered {
    private final Buffer octets;
    private final Promise<Void> left = Promise.promise();
    private int frames;

    /** With room for one frame, which is what most leave with where rooms are many. */
    private Gathered(int octets) {
      this.octets = Buffer.buffer(octets);
    }
  }

  /**
   * @param context the connection's own loop
   */
  Outlet(Context context, NetSocket socket, SendQueue queue) {
    this.context = context;
    this.socket = socket;
    this.queue = queue;
  }

  /** From any thread. The future ends when the frame has left for the network, or never will. */
  synchronized Future<Void> add(int opcode, byte[] payload) {
    if (gathered == null) {
      gathered = new Gathered(FrameWriter.LONGEST_HEADER + payload.length);
      context.runOnContext(turned -> flush());
    }
    int before = gathered.octets.length();
    FrameWriter.append(gathered.octets, opcode, payload);
    gathered.frames++;
    queue.add(gathered.octets.length() - before);
    return gathered.left.future();
  }

  private void flush() {
    Gathered leaving = take();
    socket
        .write(leaving.octets)
        .onComplete(
            written -> {
              queue.left(leaving.frames, leaving.octets.length());
              // A peer that is gone asks again for what it missed: that is no failure of ours.
              leaving.left.complete();
            });
  }

  private synchronized Gathered take() {
    Gathered leaving = gathered;
    gathered = null;
    return leaving;
  }
}
