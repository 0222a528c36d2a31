package org.yilian.knowledge;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The meaning of numbered texts, laid out so that one pass over memory compares all of them with a
 * question: blocks of texts, and within a block dimension by dimension.
 */
final class Vectors {
  private static final int BLOCK = 1024;
  private static final int DIMENSIONS = SentenceModel.DIMENSIONS;

  private final float[][] blocks;
  private final boolean[] there;
  private final AtomicInteger made = new AtomicInteger();

  Vectors(int texts) {
    blocks = new float[(texts + BLOCK - 1) / BLOCK][];
    there = new boolean[texts];
  }

  void put(int text, float[] vector) {
    int block = text / BLOCK;
    if (blocks[block] == null) {
      blocks[block] = new float[BLOCK * DIMENSIONS];
    }
    for (int d = 0; d < DIMENSIONS; d++) {
      blocks[block][d * BLOCK + text % BLOCK] = vector[d];
    }
    if (!there[text]) {
      there[text] = true;
      made.incrementAndGet();
    }
  }

  boolean has(int text) {
    return there[text];
  }

  /** Whether every text has its vector. */
  boolean complete() {
    return made.get() == there.length;
  }

  float[] get(int text) {
    float[] vector = new float[DIMENSIONS];
    float[] block = blocks[text / BLOCK];
    for (int d = 0; block != null && d < DIMENSIONS; d++) {
      vector[d] = block[d * BLOCK + text % BLOCK];
    }
    return vector;
  }

  /** The cosine of a vector of length one with every text; 0 where there is none yet. */
  float[] cosines(float[] vector) {
    float[] cosines = new float[there.length];
    float[] sums = new float[BLOCK];
    for (int b = 0; b < blocks.length; b++) {
      if (blocks[b] != null) {
        Arrays.fill(sums, 0);
        for (int d = 0; d < DIMENSIONS; d++) {
          add(sums, blocks[b], d * BLOCK, vector[d]);
        }
        int from = b * BLOCK;
        System.arraycopy(sums, 0, cosines, from, Math.min(BLOCK, cosines.length - from));
      }
    }
    return cosines;
  }

  /** Kept apart and plain, so that the compiler makes wide instructions of it. */
  private static void add(float[] sums, float[] block, int from, float factor) {
    for (int i = 0; i < BLOCK; i++) {
      sums[i] += factor * block[from + i];
    }
  }
}
