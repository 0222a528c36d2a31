package org.yilian;

import io.vertx.core.Vertx;
import io.vertx.core.transport.Transport;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * By what the kernel and the server hand each other what goes over sockets. With io_uring all that
 * one turn of an event loop writes is one call; with epoll each socket's is one by itself, and each
 * wakes its reader before the next (ADR 091). Containers often forbid io_uring: then it is epoll,
 * and where there is no Linux, the JDK.
 */
public final class Transports {
  private Transports() {}

  /**
   * The best that there is on this machine.
   *
   * @param rings whether io_uring may be used
   */
  public static Transport best(boolean rings) {
    return Stream.of(rings ? Transport.IO_URING : null, Transport.EPOLL)
        .filter(Objects::nonNull)
        .filter(Transport::available)
        .findFirst()
        .orElse(Transport.NIO);
  }

  /** As a server with no settings has it. */
  public static Vertx vertx() {
    return vertx(best(true));
  }

  static Vertx vertx(Transport transport) {
    return Vertx.builder().withTransport(transport).build();
  }
}
