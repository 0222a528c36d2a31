package org.yilian.browser;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;

/** The ledger's pages in a browser: grid worker, resident, post, centre, wall. */
class LedgerBrowserIT {
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fromTheDoorToTheWall() throws Exception {
    Browser.run("ledger.mjs", Map.of("BASE", "http://127.0.0.1:" + server.port()));
  }
}
