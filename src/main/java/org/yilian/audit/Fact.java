package org.yilian.audit;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import org.yilian.kernel.Hash;

/** One thing that happened, as it was written down. */
public record Fact(
    String scope, long seq, Instant at, String actor, String kind, JsonObject data, byte[] nonce) {

  /**
   * The leaf of the evidence tree: H(0x00 ‖ nonce ‖ bytes), a leaf hash in the manner of RFC 9162.
   */
  public String leaf() {
    ByteArrayOutputStream leaf = new ByteArrayOutputStream();
    leaf.write(0);
    leaf.writeBytes(nonce);
    leaf.writeBytes(Audit.bytes(this));
    return Hash.of(leaf.toByteArray()).hex();
  }
}
