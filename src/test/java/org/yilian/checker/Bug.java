package org.yilian.checker;

import java.util.List;

/**
 * A mistake that somebody might make in the product, put into a copy of its classes for one run of
 * the checker.
 *
 * @param shows when it gives itself away
 */
record Bug(String name, Shows shows, List<Edit> edits) {
  enum Shows {
    /** Within seconds: such bugs are hunted in every run of the tests. */
    AT_ONCE,
    /** When the step of a plan comes that it spoils. */
    IN_TIME,
    /** Only when something fails. */
    IN_FAULTS
  }

  /**
   * @param file below the product's sources
   * @param text what stands there, exactly once
   */
  record Edit(String file, String text, String replacement) {}

  static Bug of(String name, Shows shows, Edit... edits) {
    return new Bug(name, shows, List.of(edits));
  }

  @Override
  public String toString() {
    return name;
  }
}
