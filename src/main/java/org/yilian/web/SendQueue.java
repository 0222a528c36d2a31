package org.yilian.web;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What has been sent to one socket and has not left for the network yet. */
final class SendQueue {
  private final AtomicInteger frames = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final int mostFrames;
  private final long mostBytes;

  SendQueue(int mostFrames, long mostBytes) {
    this.mostFrames = mostFrames;
    this.mostBytes = mostBytes;
  }

  void add(int octets) {
    frames.incrementAndGet();
    bytes.addAndGet(octets);
  }

  void left(int gone, int octets) {
    frames.addAndGet(-gone);
    bytes.addAndGet(-octets);
  }

  boolean isFull() {
    return frames.get() >= mostFrames || bytes.get() >= mostBytes;
  }
}
