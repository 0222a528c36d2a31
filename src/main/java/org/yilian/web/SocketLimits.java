package org.yilian.web;

import java.time.Duration;

/**
 * What one socket or member may do.
 *
 * @param perSecond frames a second that a member may go on sending; above it reading pauses
 * @param burst frames that a member may send at once
 * @param hello how long a socket may stay without its first frame
 * @param probe how often a silent peer is asked for a sign of life; it has as long to give one
 * @param unanswered messages of a socket that may wait for their answer; above it reading pauses
 * @param queuedFrames frames that may wait for a slow reader; above it the socket is closed
 * @param queuedBytes the same in bytes
 */
public record SocketLimits(
    int perSecond,
    int burst,
    Duration hello,
    Duration probe,
    int unanswered,
    int queuedFrames,
    long queuedBytes) {
  public static final SocketLimits DEFAULT =
      new SocketLimits(
          50, 200, Duration.ofSeconds(5), Duration.ofSeconds(20), 32, 4096, 1024 * 1024);

  /** The usual limits with another rate for each member. */
  public static SocketLimits of(int perSecond, int burst) {
    return new SocketLimits(
        perSecond,
        burst,
        DEFAULT.hello,
        DEFAULT.probe,
        DEFAULT.unanswered,
        DEFAULT.queuedFrames,
        DEFAULT.queuedBytes);
  }

  public SocketLimits {
    if (perSecond < 1 || burst < 1 || unanswered < 1) {
      throw new IllegalArgumentException("a member must be able to send something");
    }
  }

  TokenBucket bucket() {
    return new TokenBucket(perSecond, burst, System::nanoTime);
  }

  SendQueue queue() {
    return new SendQueue(queuedFrames, queuedBytes);
  }
}
