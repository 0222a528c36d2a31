package org.yilian.disputes;

/** What is known of a person's capacity beside his age (民法典 18, 21, 22). */
public enum Capacity {
  /** Sixteen or older and living mainly on his own earnings. */
  FULL,
  /** Cannot wholly judge his own acts: the guardian agrees. */
  LIMITED,
  /** Cannot judge his own acts: the guardian acts. */
  NONE
}
