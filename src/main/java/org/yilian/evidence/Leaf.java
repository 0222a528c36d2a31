package org.yilian.evidence;

import io.vertx.core.json.JsonObject;
import java.util.HexFormat;

/**
 * One entry of a tree.
 *
 * @param n its number, from 1 without gaps
 * @param data the exact text that was hashed, made from what is stored now
 */
public record Leaf(long n, byte[] nonce, byte[] hash, String data) {

  /** With all that shows what was hashed. */
  JsonObject open() {
    return new JsonObject().put("nonce", HexFormat.of().formatHex(nonce)).put("data", data);
  }

  /** The hash alone, which tells nothing. */
  JsonObject closed() {
    return new JsonObject().put("leaf", hex());
  }

  public String hex() {
    return HexFormat.of().formatHex(hash);
  }
}
