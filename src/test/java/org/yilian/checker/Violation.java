package org.yilian.checker;

/**
 * @param at when it showed, in nanoseconds since the run began
 */
record Violation(Invariant invariant, long at, String what) {
  @Override
  public String toString() {
    return "%s at %.3f s: %s".formatted(invariant, at / 1e9, what);
  }
}
