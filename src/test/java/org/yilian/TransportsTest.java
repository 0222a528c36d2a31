package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.transport.Transport;
import org.junit.jupiter.api.Test;

/** What is there is used, and what is forbidden is not. */
class TransportsTest {
  @Test
  void ringsAreUsedWhereTheKernelLetsUs() {
    assumeTrue(Transport.IO_URING != null && Transport.IO_URING.available());
    assertEquals("io_uring", Transports.best(true).name());
  }

  @Test
  void ringsThatAreForbiddenAreNot() {
    assumeTrue(Transport.EPOLL != null && Transport.EPOLL.available());
    assertEquals("epoll", Transports.best(false).name());
  }
}
