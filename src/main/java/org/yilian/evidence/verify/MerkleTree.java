package org.yilian.evidence.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 9162, section 2.1, over SHA-256, with one addition: a leaf begins with a
 * nonce, so that what is short cannot be guessed from its hash.
 */
public final class MerkleTree {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleTree() {}

  /** H(0x00 ‖ nonce ‖ data). */
  public static byte[] leaf(byte[] nonce, String data) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    digest.update(nonce);
    return digest.digest(data.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** The hash over all leaves in their order; of none, the hash of nothing. */
  public static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return sha256().digest();
    }
    int size = leaves.size();
    if (size == 1) {
      return leaves.get(0);
    }
    int left = split(size);
    return node(root(leaves.subList(0, left)), root(leaves.subList(left, size)));
  }

  /** What proves, beside the leaf itself, that it stands at this index, counted from 0. */
  public static List<byte[]> inclusion(List<byte[]> leaves, int index) {
    int size = leaves.size();
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    if (size == 1) {
      return new ArrayList<>();
    }
    int left = split(size);
    boolean inLeft = index < left;
    List<byte[]> path =
        inLeft
            ? inclusion(leaves.subList(0, left), index)
            : inclusion(leaves.subList(left, size), index - left);
    path.add(root(inLeft ? leaves.subList(left, size) : leaves.subList(0, left)));
    return path;
  }

  /** What proves that the tree of the first {@code earlier} leaves is the beginning of this one. */
  public static List<byte[]> consistency(List<byte[]> leaves, int earlier) {
    if (earlier < 0 || earlier > leaves.size()) {
      throw new IndexOutOfBoundsException(earlier);
    }
    return earlier == 0 ? new ArrayList<>() : subproof(leaves, earlier, true);
  }

  private static List<byte[]> subproof(List<byte[]> leaves, int earlier, boolean whole) {
    int size = leaves.size();
    if (earlier == size) {
      List<byte[]> proof = new ArrayList<>();
      if (!whole) {
        proof.add(root(leaves));
      }
      return proof;
    }
    int left = split(size);
    List<byte[]> proof;
    if (earlier <= left) {
      proof = subproof(leaves.subList(0, left), earlier, whole);
      proof.add(root(leaves.subList(left, size)));
    } else {
      proof = subproof(leaves.subList(left, size), earlier - left, false);
      proof.add(root(leaves.subList(0, left)));
    }
    return proof;
  }

  /** The largest power of two that is smaller. */
  private static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
