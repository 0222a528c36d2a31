package org.yilian.web;

import java.time.Duration;

/**
 * What one socket or member may do.
 *
 * @param perSecond frames a second that a member may go on sending; above it reading pauses
 * @param burst frames that a member may send at once
 * @param hello how long a socket may stay without its first frame
 */
public record SocketLimits(int perSecond, int burst, Duration hello) {
  public static final SocketLimits DEFAULT = new SocketLimits(50, 200, Duration.ofSeconds(5));

  public SocketLimits {
    if (perSecond < 1 || burst < 1) {
      throw new IllegalArgumentException("a member must be able to send something");
    }
  }
}
