package org.yilian.evidence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.yilian.evidence.verify.MerkleTree;
import org.yilian.evidence.verify.Statements;

/**
 * A part of the log in one file that can be judged without us: what was hashed, what was signed,
 * and a signature over the whole, so that nobody else can leave a part of it out.
 */
public final class ExportFile {
  private final JsonArray trees = new JsonArray();
  private final List<String> lines = new ArrayList<>();
  private final String about;
  private final Instant at;

  /**
   * @param about for people: whose room, for whom
   */
  public ExportFile(String about, Instant at) {
    this.about = about;
    this.at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Adds a tree.
   *
   * @param leaves all of them
   * @param shown which of them are shown whole; the others are there as hashes alone
   */
  public ExportFile tree(
      Tree tree, String title, List<Leaf> leaves, List<Head> heads, Predicate<Leaf> shown) {
    JsonArray entries = new JsonArray();
    leaves.forEach(leaf -> entries.add(shown.test(leaf) ? leaf.open() : leaf.closed()));
    JsonArray signed = new JsonArray();
    heads.forEach(head -> signed.add(head.json()));
    trees.add(named(tree, title).put("entries", entries).put("heads", signed));
    byte[] root = MerkleTree.root(leaves.stream().map(Leaf::hash).toList());
    String size = String.valueOf(leaves.size());
    lines.add(Statements.tree(tree.name(), title, size, HexFormat.of().formatHex(root)));
    return this;
  }

  /** Adds a tree of which only the root is told, neither what is in it nor how much. */
  public ExportFile sealed(Tree tree, String title, List<byte[]> hashes) {
    String root = HexFormat.of().formatHex(MerkleTree.root(hashes));
    trees.add(named(tree, title).put("sealed", root));
    lines.add(Statements.tree(tree.name(), title, "-", root));
    return this;
  }

  private static JsonObject named(Tree tree, String title) {
    return new JsonObject().put("tree", tree.name()).put("title", title);
  }

  public JsonObject signed(SigningKey key) {
    return new JsonObject()
        .put("format", "yilian-evidence-1")
        .put("about", about)
        .put("madeAt", at.toString())
        .put("keys", new JsonArray().add(key.publicText()))
        .put("trees", trees)
        .put("keyId", key.id())
        .put("signature", key.signed(Statements.export(about, at.toString(), lines)));
  }
}
