package org.yilian.web;

import java.time.Duration;
import java.util.Set;

/**
 * How long the server waits for a connection, and what it takes from one address before somebody
 * has signed in.
 *
 * @param firstRequest from the connection to the end of the first request's header, however
 *     steadily it trickles
 * @param exchange from the end of one header to the end of the next
 * @param body grace for a request's body, on top of the time that its octets take
 * @param bodyOctetsPerSecond the slowest upload that is waited for
 * @param strangers connections without a request and sockets without a hello, of one address
 * @param perSecond unauthenticated requests and handshakes a second, of one address
 * @param burst how many of them may come at once
 * @param loopback whether the limits of an address hold for this machine's own too
 * @param proxies addresses whose X-Forwarded-For is believed
 */
public record EdgeLimits(
    Duration firstRequest,
    Duration exchange,
    Duration body,
    int bodyOctetsPerSecond,
    int strangers,
    int perSecond,
    int burst,
    boolean loopback,
    Set<String> proxies) {
  public static final EdgeLimits DEFAULT =
      new EdgeLimits(
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofSeconds(10),
          8 * 1024,
          200,
          20,
          300,
          false,
          Set.of());

  public EdgeLimits {
    proxies = Set.copyOf(proxies);
  }

  /** The same limits behind those proxies. */
  public EdgeLimits behind(Set<String> others) {
    return new EdgeLimits(
        firstRequest,
        exchange,
        body,
        bodyOctetsPerSecond,
        strangers,
        perSecond,
        burst,
        loopback,
        others);
  }
}
