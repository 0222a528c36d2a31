package org.yilian.evidence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.yilian.evidence.verify.MerkleTree;
import org.yilian.evidence.verify.Statements;

/**
 * What the server signs for one person, who keeps it: how the trees that this person may read stand
 * now, and that certain entries are there. It holds no words of anybody.
 */
public final class ReceiptFile {
  private final JsonArray heads = new JsonArray();
  private final JsonArray leaves = new JsonArray();
  private final List<String> headLines = new ArrayList<>();
  private final List<String> leafLines = new ArrayList<>();
  private final String about;
  private final Instant at;

  public ReceiptFile(String about, Instant at) {
    this.about = about;
    this.at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Adds how a tree stands.
   *
   * @param hashes of all its leaves
   * @param held sizes of which this person has receipts; that the tree goes on from them is proved
   * @param anchors the last head that was signed for everybody, where its day is over, or none
   */
  public ReceiptFile head(
      String title, Tree tree, List<byte[]> hashes, List<Integer> held, List<Anchor> anchors) {
    JsonObject head = stands(tree, title, hashes, hashes.size());
    JsonArray earlier = new JsonArray();
    for (int size : held) {
      if (size <= hashes.size()) {
        earlier.add(stands(tree, title, hashes, size).put("proof", proof(hashes, size)));
      }
    }
    JsonArray anchored = new JsonArray();
    for (Anchor anchor : anchors) {
      JsonArray proof = proof(hashes, (int) anchor.head().size());
      anchored.add(anchor.head().json().put("proof", proof).put("day", anchor.place().json()));
    }
    heads.add(
        head.put("tree", tree.name())
            .put("title", title)
            .put("earlier", earlier)
            .put("anchors", anchored));
    return this;
  }

  private JsonObject stands(Tree tree, String title, List<byte[]> hashes, int size) {
    String root = HexFormat.of().formatHex(MerkleTree.root(hashes.subList(0, size)));
    headLines.add(Statements.tree(tree.name(), title, String.valueOf(size), root));
    return new JsonObject().put("size", size).put("root", root);
  }

  private static JsonArray proof(List<byte[]> hashes, int size) {
    return hex(MerkleTree.consistency(hashes, size));
  }

  /** Adds that an entry is in a tree, without telling how much else is. */
  public ReceiptFile entry(String title, Tree tree, Leaf leaf) {
    leafLines.add(Statements.entry(tree.name(), leaf.hex(), title));
    leaves.add(
        new JsonObject().put("tree", tree.name()).put("title", title).put("leaf", leaf.hex()));
    return this;
  }

  /** Heads are signed before entries, in whatever order they came. */
  public JsonObject signed(SigningKey key) {
    List<String> lines = new ArrayList<>(headLines);
    lines.addAll(leafLines);
    return new JsonObject()
        .put("format", "yilian-receipt-1")
        .put("about", about)
        .put("madeAt", at.toString())
        .put("keys", new JsonArray().add(key.publicText()))
        .put("heads", heads)
        .put("leaves", leaves)
        .put("keyId", key.id())
        .put("signature", key.signed(Statements.receipt(about, at.toString(), lines)));
  }

  static JsonArray hex(List<byte[]> hashes) {
    JsonArray hex = new JsonArray();
    hashes.forEach(hash -> hex.add(HexFormat.of().formatHex(hash)));
    return hex;
  }
}
