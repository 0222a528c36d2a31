package org.yilian.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where requests come from: the peer's own address, or what a proxy that we trust says of it. */
final class Addresses {
  static final String FORWARDED = "X-Forwarded-For";
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final int NETWORK_OCTETS = 8;
  private static final int IPV6_OCTETS = 16;

  private final Set<String> proxies;

  Addresses(Set<String> proxies) {
    this.proxies = proxies;
  }

  /**
   * Leaves in {@value #FORWARDED} the one address that may be believed, and nothing where that is
   * the peer's own.
   */
  void settle(HttpServerRequest request) {
    String peer = request.remoteAddress().hostAddress();
    String origin = proxies.contains(peer) ? behind(request, peer) : peer;
    request.headers().remove(FORWARDED);
    if (!origin.equals(peer)) {
      request.headers().set(FORWARDED, origin);
    }
  }

  /** From the nearest hop backwards, the first that is no proxy of ours. */
  private String behind(HttpServerRequest request, String peer) {
    List<String> hops =
        request.headers().getAll(FORWARDED).stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(String::trim)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(hops);
    return hops.stream()
        .takeWhile(hop -> LITERAL.matcher(hop).matches())
        .filter(hop -> !proxies.contains(hop))
        .findFirst()
        .orElse(peer);
  }

  /** The address of a request that has been settled. */
  static String of(HttpServerRequest settled) {
    String forwarded = settled.getHeader(FORWARDED);
    return forwarded == null ? settled.remoteAddress().hostAddress() : forwarded;
  }

  static String of(SocketAddress peer) {
    return peer.hostAddress();
  }

  /** Who counts as one: a host of IPv4, a network of IPv6, of which a household has billions. */
  static String household(String address) {
    byte[] octets = octets(address);
    return octets.length < IPV6_OCTETS
        ? address
        : Arrays.toString(Arrays.copyOf(octets, NETWORK_OCTETS));
  }

  static boolean isLoopback(String address) {
    byte[] octets = octets(address);
    try {
      return octets.length > 0 && InetAddress.getByAddress(octets).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Of literals only: no name is ever looked up. */
  private static byte[] octets(String address) {
    try {
      String bare = address == null ? "" : address.replaceAll("%.*", "");
      return LITERAL.matcher(bare).matches()
          ? InetAddress.getByName(bare).getAddress()
          : new byte[0];
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }
}
