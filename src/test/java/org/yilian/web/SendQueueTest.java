package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Bounded by whichever comes first. */
class SendQueueTest {

  @Test
  void isFullByFrames() {
    SendQueue queue = new SendQueue(3, 1_000);
    queue.add(1);
    queue.add(1);
    assertFalse(queue.isFull());
    queue.add(1);
    assertTrue(queue.isFull());
    queue.left(1, 1);
    assertFalse(queue.isFull());
  }

  @Test
  void isFullByBytes() {
    SendQueue queue = new SendQueue(3, 1_000);
    queue.add(999);
    assertFalse(queue.isFull());
    queue.add(1);
    assertTrue(queue.isFull());
    queue.left(1, 999);
    assertFalse(queue.isFull());
  }
}
