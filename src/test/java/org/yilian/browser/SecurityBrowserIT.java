package org.yilian.browser;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;

/** The second factor in a browser: on, asked for, lost and taken away. */
class SecurityBrowserIT {

  @Test
  void aMediatorTurnsItOnSignsInWithItAndLosesIt() throws Exception {
    try (TestServer server = TestServer.start()) {
      Browser.run("security.mjs", Map.of("BASE", "http://127.0.0.1:" + server.port()));
    }
  }
}
