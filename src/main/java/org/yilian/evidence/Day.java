package org.yilian.evidence;

import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.yilian.evidence.verify.MerkleTree;
import org.yilian.evidence.verify.Statements;

/**
 * The head over a day's heads, each day upon the day before. It is made to be published: its leaves
 * are shuffled and filled up with random ones, so that neither it nor a proof tells how many rooms
 * were at work.
 *
 * @param before the root of the last day before, or 32 zeros
 * @param leaves hashes of the heads among random ones, a power of two of them
 */
record Day(
    LocalDate date,
    byte[] root,
    byte[] before,
    List<byte[]> leaves,
    String keyId,
    byte[] signature) {
  static final byte[] NOTHING_BEFORE = new byte[32];
  private static final int FEWEST = 1024;
  private static final int HASH_BYTES = 32;

  static Day of(
      LocalDate date, byte[] before, List<Head> heads, SigningKey key, SecureRandom random) {
    List<byte[]> leaves = new ArrayList<>();
    heads.forEach(head -> leaves.add(leaf(head)));
    int width = Math.max(FEWEST, Integer.highestOneBit(Math.max(1, 2 * heads.size() - 1)));
    while (leaves.size() < width) {
      byte[] filling = new byte[HASH_BYTES];
      random.nextBytes(filling);
      leaves.add(filling);
    }
    Collections.shuffle(leaves, random);
    byte[] root = MerkleTree.root(leaves);
    byte[] signature = key.sign(statement(date, root, before));
    return new Day(date, root, before, leaves, key.id(), signature);
  }

  private static byte[] statement(LocalDate date, byte[] root, byte[] before) {
    HexFormat hex = HexFormat.of();
    return Statements.day(date.toString(), hex.formatHex(root), hex.formatHex(before));
  }

  private static byte[] leaf(Head head) {
    return MerkleTree.leaf(new byte[0], head.ofDay());
  }

  /** Where a head stands in it. */
  Optional<DayPlace> placeOf(Head head) {
    byte[] wanted = leaf(head);
    for (int i = 0; i < leaves.size(); i++) {
      if (Arrays.equals(leaves.get(i), wanted)) {
        return Optional.of(new DayPlace(this, i));
      }
    }
    return Optional.empty();
  }

  /** What may be published. */
  JsonObject json() {
    return new JsonObject()
        .put("day", date.toString())
        .put("root", HexFormat.of().formatHex(root))
        .put("before", HexFormat.of().formatHex(before))
        .put("keyId", keyId)
        .put("signature", Base64.getEncoder().encodeToString(signature));
  }
}
