package org.yilian.rooms;

import java.util.Arrays;

/**
 * A set of hashes of pieces of text. Texts are cut into pieces of six that lie side by side, so
 * whatever repeats twelve characters of one of them holds at least one whole piece.
 */
final class Fingerprints {
  /** How many characters in a row count as repeated, spaces and punctuation left out. */
  static final int REPEATED = 12;

  private static final int PIECE = REPEATED / 2;
  private static final long FREE = 0;
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long[] slots = new long[64];
  private int size;

  /** The text without spaces and punctuation, in lower case. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** Whether both plain texts share as many characters in a row as count as repeated. */
  static boolean repeats(String source, String plain) {
    for (int i = 0; i + REPEATED <= plain.length(); i++) {
      if (source.contains(plain.substring(i, i + REPEATED))) {
        return true;
      }
    }
    return false;
  }

  void add(String plain) {
    for (int i = 0; i + PIECE <= plain.length(); i += PIECE) {
      insert(hash(plain, i));
    }
  }

  /** Whether some piece that was added occurs in the plain text, or seems to. */
  boolean meets(String plain) {
    for (int i = 0; i + PIECE <= plain.length(); i++) {
      if (slots[slot(slots, hash(plain, i))] != FREE) {
        return true;
      }
    }
    return false;
  }

  private void insert(long hash) {
    int slot = slot(slots, hash);
    if (slots[slot] == FREE) {
      slots[slot] = hash;
      size++;
      if (size * 2 > slots.length) {
        grow();
      }
    }
  }

  private void grow() {
    long[] wider = new long[slots.length * 2];
    Arrays.stream(slots).filter(hash -> hash != FREE).forEach(h -> wider[slot(wider, h)] = h);
    slots = wider;
  }

  /** The slot that holds the hash, or the free one where it belongs. */
  private static int slot(long[] slots, long hash) {
    int slot = (int) (hash ^ hash >>> 32) & slots.length - 1;
    while (slots[slot] != FREE && slots[slot] != hash) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private static long hash(String text, int from) {
    long hash = FNV_START;
    for (int i = from; i < from + PIECE; i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash == FREE ? 1 : hash;
  }
}
