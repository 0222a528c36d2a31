package org.yilian.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yilian.evidence.verify.MerkleTree;

/**
 * The right edge of a growing tree: the roots of its full subtrees, largest first. Enough to go on,
 * and to have the root, without the leaves before.
 */
final class Frontier {
  private static final int HASH_BYTES = 32;

  private final List<byte[]> peaks = new ArrayList<>();
  private long size;

  static Frontier empty() {
    return new Frontier();
  }

  /** As it was after so many leaves. */
  static Frontier of(long size, byte[] peaks) {
    Frontier frontier = new Frontier();
    frontier.size = size;
    for (int i = 0; i < peaks.length; i += HASH_BYTES) {
      frontier.peaks.add(Arrays.copyOfRange(peaks, i, i + HASH_BYTES));
    }
    if (frontier.peaks.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException("a tree of " + size + " leaves has other peaks");
    }
    return frontier;
  }

  void add(byte[] leaf) {
    byte[] peak = leaf;
    for (long full = size; (full & 1) == 1; full >>= 1) {
      peak = MerkleTree.root(List.of(peaks.remove(peaks.size() - 1), peak));
    }
    peaks.add(peak);
    size++;
  }

  long size() {
    return size;
  }

  byte[] root() {
    byte[] root = peaks.isEmpty() ? MerkleTree.root(List.of()) : peaks.get(peaks.size() - 1);
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = MerkleTree.root(List.of(peaks.get(i), root));
    }
    return root;
  }

  byte[] peaks() {
    byte[] all = new byte[peaks.size() * HASH_BYTES];
    for (int i = 0; i < peaks.size(); i++) {
      System.arraycopy(peaks.get(i), 0, all, i * HASH_BYTES, HASH_BYTES);
    }
    return all;
  }
}
