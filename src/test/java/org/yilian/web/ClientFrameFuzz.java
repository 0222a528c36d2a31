package org.yilian.web;

import java.nio.charset.StandardCharsets;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.Hello;
import org.yilian.rooms.Say;

/** Any text as a frame: read, refused or a violation, and never anything else. */
public final class ClientFrameFuzz {
  private ClientFrameFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      read(ClientFrame.of(new String(input, StandardCharsets.UTF_8)));
    } catch (Violation notJson) {
      if (notJson.code() != 4400) {
        throw notJson;
      }
    }
  }

  private static void read(ClientFrame frame) {
    String.valueOf(frame.type());
    frame.text("ticket");
    frame.number("seq");
    Hello hello = frame.hello();
    hello.after().values().forEach(Long::longValue);
    if (frame.clientId() != null && !frame.clientId().matches("[A-Za-z0-9_-]{1,64}")) {
      throw new AssertionError("a clientId that is none");
    }
    try {
      Say say = frame.say(null);
      say.body().encode();
    } catch (Refusal refused) {
      if (refused.status() >= 500) {
        throw refused;
      }
    }
  }
}
