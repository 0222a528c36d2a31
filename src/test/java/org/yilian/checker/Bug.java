package org.yilian.checker;

import java.util.List;

/**
 * A mistake that somebody might make in the product, put into a copy of its classes for one run of
 * the checker.
 *
 * @param quick whether it shows within seconds, without any fault
 */
record Bug(String name, boolean quick, List<Edit> edits) {
  /**
   * @param file below the product's sources
   * @param text what stands there, exactly once
   */
  record Edit(String file, String text, String replacement) {}

  static Bug of(String name, boolean quick, Edit... edits) {
    return new Bug(name, quick, List.of(edits));
  }

  @Override
  public String toString() {
    return name;
  }
}
