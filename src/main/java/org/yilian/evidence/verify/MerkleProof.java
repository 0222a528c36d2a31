package org.yilian.evidence.verify;

import java.security.MessageDigest;
import java.util.List;

/** Checks proofs as RFC 9162 says in 2.1.3.2 and 2.1.4.2, without having the leaves. */
public final class MerkleProof {
  private MerkleProof() {}

  /** Whether a leaf stands at this index, counted from 0, of the tree of that size and root. */
  public static boolean includes(
      byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long place = index;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] other : path) {
      if (last == 0) {
        return false;
      }
      if (odd(place) || place == last) {
        hash = MerkleTree.node(other, hash);
        while (!odd(place) && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        hash = MerkleTree.node(hash, other);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 && MessageDigest.isEqual(hash, root);
  }

  /** Whether a later tree begins with an earlier one. */
  public static boolean continues(
      long earlier, byte[] earlierRoot, long later, byte[] laterRoot, List<byte[]> proof) {
    if (earlier == later) {
      return proof.isEmpty() && MessageDigest.isEqual(earlierRoot, laterRoot);
    }
    if (earlier == 0) {
      return later > 0 && proof.isEmpty();
    }
    if (earlier < 0 || earlier > later) {
      return false;
    }
    boolean whole = Long.bitCount(earlier) == 1;
    if (!whole && proof.isEmpty()) {
      return false;
    }
    byte[] seed = whole ? earlierRoot : proof.get(0);
    List<byte[]> rest = whole ? proof : proof.subList(1, proof.size());
    return walks(earlier - 1, later - 1, seed, rest, earlierRoot, laterRoot);
  }

  private static boolean walks(
      long from, long to, byte[] seed, List<byte[]> rest, byte[] earlierRoot, byte[] laterRoot) {
    int whole = Long.numberOfTrailingZeros(~from);
    long place = from >> whole;
    long last = to >> whole;
    byte[] before = seed;
    byte[] after = seed;
    for (byte[] other : rest) {
      if (last == 0) {
        return false;
      }
      if (odd(place) || place == last) {
        before = MerkleTree.node(other, before);
        after = MerkleTree.node(other, after);
        while (!odd(place) && place != 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        after = MerkleTree.node(after, other);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0
        && MessageDigest.isEqual(before, earlierRoot)
        && MessageDigest.isEqual(after, laterRoot);
  }

  private static boolean odd(long number) {
    return (number & 1) == 1;
  }
}
