package org.yilian.evidence.verify;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The entries of one tree as an export holds them, some of them as hashes alone. */
final class Entries {
  private static final int HASH_BYTES = 32;

  private final List<byte[]> leaves = new ArrayList<>();
  private boolean broken;

  Entries(List<Node> entries) {
    for (Node entry : entries) {
      leaf(entry).ifPresentOrElse(leaves::add, () -> broken = true);
    }
  }

  private static Optional<byte[]> leaf(Node entry) {
    try {
      byte[] leaf =
          entry.has("leaf")
              ? HexFormat.of().parseHex(entry.text("leaf"))
              : MerkleTree.leaf(HexFormat.of().parseHex(entry.text("nonce")), entry.text("data"));
      return leaf.length == HASH_BYTES ? Optional.of(leaf) : Optional.empty();
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  boolean broken() {
    return broken;
  }

  int size() {
    return leaves.size();
  }

  /** The root over the first so many, in hex; empty where there are fewer. */
  Optional<String> root(long size) {
    return size < 0 || size > leaves.size()
        ? Optional.empty()
        : Optional.of(HexFormat.of().formatHex(MerkleTree.root(leaves.subList(0, (int) size))));
  }

  Set<String> hashes() {
    return leaves.stream().map(HexFormat.of()::formatHex).collect(Collectors.toSet());
  }
}
