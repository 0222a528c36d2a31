package org.yilian.knowledge;

import java.util.Arrays;

/** The highest of many numbers. */
final class Best {
  private Best() {}

  static float highest(float[] numbers) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float number : numbers) {
      highest = Math.max(highest, number);
    }
    return numbers.length == 0 ? 0 : highest;
  }

  /** The places of the highest, highest first; of equal ones the earlier first. */
  static int[] of(float[] numbers, int count) {
    long[] heap = new long[Math.min(count, numbers.length)];
    if (heap.length == 0) {
      return new int[0];
    }
    for (int i = 0; i < heap.length; i++) {
      heap[i] = packed(numbers, i);
    }
    Arrays.sort(heap);
    for (int i = heap.length; i < numbers.length; i++) {
      long next = packed(numbers, i);
      if (next > heap[0]) {
        replaceLowest(heap, next);
      }
    }
    Arrays.sort(heap);
    int[] places = new int[heap.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = (int) (0xffffffffL - (heap[heap.length - 1 - i] & 0xffffffffL));
    }
    return places;
  }

  /** Orders as the numbers do, and behind that earlier places first. */
  private static long packed(float[] numbers, int place) {
    int bits = Float.floatToIntBits(numbers[place]);
    int ordered = bits ^ (bits >> 31 & 0x7fffffff);
    return (long) ordered << 32 | 0xffffffffL - place;
  }

  private static void replaceLowest(long[] heap, long next) {
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= heap.length) {
        break;
      }
      if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
        child++;
      }
      if (next <= heap[child]) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = next;
  }
}
