package org.yilian.browser;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;

/** The page where people ask, in a browser on a phone. */
class AskBrowserIT {
  @Test
  void somebodyAsksAndGetsAPersonOrReportsIt() throws Exception {
    String base = "http://127.0.0.1:" + TestServer.shared().port();
    Browser.run("ask.mjs", Map.of("BASE", base));
  }
}
