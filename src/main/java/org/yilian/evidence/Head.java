package org.yilian.evidence;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.yilian.evidence.verify.Statements;

/**
 * What was signed of a tree: so many leaves had this root.
 *
 * @param peaks of the {@link Frontier} at that size
 * @param at by the server's clock, to the microsecond
 */
public record Head(
    Tree tree, long size, byte[] root, byte[] peaks, Instant at, String keyId, byte[] signature) {

  static Head sign(Tree tree, Frontier frontier, Instant at, SigningKey key) {
    byte[] root = frontier.root();
    byte[] statement =
        Statements.head(
            tree.name(), frontier.size(), HexFormat.of().formatHex(root), at.toString());
    byte[] signature = key.sign(statement);
    return new Head(tree, frontier.size(), root, frontier.peaks(), at, key.id(), signature);
  }

  Frontier frontier() {
    return Frontier.of(size, peaks);
  }

  String rootHex() {
    return HexFormat.of().formatHex(root);
  }

  String signatureText() {
    return Base64.getEncoder().encodeToString(signature);
  }

  /** As exports and receipts hold it; the tree's name is the caller's to add. */
  JsonObject json() {
    return new JsonObject()
        .put("size", size)
        .put("root", rootHex())
        .put("at", at.toString())
        .put("keyId", keyId)
        .put("signature", signatureText());
  }

  /** What stands for it in its day's tree. */
  String ofDay() {
    return Statements.headOfDay(tree.name(), size, rootHex(), signatureText());
  }
}
