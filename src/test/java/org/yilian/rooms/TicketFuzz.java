package org.yilian.rooms;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yilian.kernel.Hash;

/**
 * What a client can put into a hello: a ticket is looked up by its hash alone, whatever it is, and
 * no cursor leads out of the lane's own range.
 */
public final class TicketFuzz {
  private TicketFuzz() {}

  /**
   * @param input a ticket, whose octets are also the cursor and the tail
   */
  public static void fuzzerTestOneInput(byte[] input) {
    String ticket = new String(input, StandardCharsets.UTF_8);
    String hash = Hash.of(ticket).value();
    if (!hash.matches("sha256:[0-9a-f]{64}")) {
      throw new AssertionError(hash);
    }
    String copied = new JsonObject(JsonObject.of("t", ticket).encode()).getString("t");
    if (!Hash.of(copied).value().equals(hash)) {
      throw new AssertionError("the ticket does not survive its frame");
    }
    cursor(java.nio.ByteBuffer.wrap(java.util.Arrays.copyOf(input, 24)));
  }

  private static void cursor(java.nio.ByteBuffer numbers) {
    long asked = numbers.getLong();
    long tail = numbers.getLong();
    long last = numbers.getInt() & Integer.MAX_VALUE;
    long from = last == 0 ? 0 : (numbers.getInt() & Integer.MAX_VALUE) % last;
    Grant grant = new Grant("m", "lane", from, true);
    for (Hello hello :
        new Hello[] {new Hello(Map.of("lane", asked), null), new Hello(Map.of(), tail)}) {
      long start = hello.start(grant, last);
      if (start < from || start > last) {
        throw new AssertionError("starts at " + start + " of " + from + " to " + last);
      }
    }
  }
}
