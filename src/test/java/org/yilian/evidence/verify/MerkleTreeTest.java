package org.yilian.evidence.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
  private static final int LARGEST = 40;

  /** The leaves and roots that implementations of Certificate Transparency test each other with. */
  @Test
  void rootsAreThoseOfTheStandardsKnownTrees() {
    List<byte[]> leaves =
        Stream.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657")
            .map(hex -> new String(HexFormat.of().parseHex(hex), StandardCharsets.US_ASCII))
            .map(text -> MerkleTree.leaf(new byte[0], text))
            .toList();
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", root(leaves, 0));
    assertEquals(
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", root(leaves, 1));
    assertEquals(
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", root(leaves, 2));
    assertEquals(
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", root(leaves, 3));
    assertEquals(
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", root(leaves, 7));
  }

  @Test
  void everyLeafIsProvedAtItsPlaceAndAtNoOther() {
    for (int size = 1; size <= LARGEST; size++) {
      List<byte[]> leaves = leaves(size);
      byte[] root = MerkleTree.root(leaves);
      for (int i = 0; i < size; i++) {
        List<byte[]> path = MerkleTree.inclusion(leaves, i);
        assertTrue(MerkleProof.includes(leaves.get(i), i, size, path, root));
        int other = (i + 1) % size;
        assertEquals(size == 1, MerkleProof.includes(leaves.get(i), other, size, path, root));
        byte[] foreign = MerkleTree.leaf(new byte[0], "foreign");
        assertFalse(MerkleProof.includes(foreign, i, size, path, root));
      }
    }
  }

  @Test
  void everyEarlierTreeIsProvedToBeTheBeginning() {
    List<byte[]> leaves = leaves(LARGEST);
    for (int size = 1; size <= LARGEST; size++) {
      List<byte[]> now = leaves.subList(0, size);
      byte[] root = MerkleTree.root(now);
      for (int earlier = 1; earlier <= size; earlier++) {
        byte[] then = MerkleTree.root(leaves.subList(0, earlier));
        List<byte[]> proof = MerkleTree.consistency(now, earlier);
        assertTrue(MerkleProof.continues(earlier, then, size, root, proof));
        byte[] rewritten = MerkleTree.leaf(new byte[0], "rewritten");
        assertFalse(MerkleProof.continues(earlier, rewritten, size, root, proof));
        assertFalse(MerkleProof.continues(earlier, then, size, rewritten, proof));
      }
    }
  }

  private static List<byte[]> leaves(int count) {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      leaves.add(MerkleTree.leaf(new byte[] {(byte) i}, "第" + i));
    }
    return leaves;
  }

  private static String root(List<byte[]> leaves, int count) {
    return HexFormat.of().formatHex(MerkleTree.root(leaves.subList(0, count)));
  }
}
