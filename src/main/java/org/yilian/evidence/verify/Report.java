package org.yilian.evidence.verify;

import java.util.ArrayList;
import java.util.List;

/** What was found: faults, and what was compared. */
public final class Report {
  private final List<Finding> faults = new ArrayList<>();
  private final List<String> compared = new ArrayList<>();

  /** A fault and the title of what it was found in. */
  public record Finding(Fault fault, String where) {}

  void fault(Fault fault, String where) {
    faults.add(new Finding(fault, where));
  }

  void compared(String what) {
    compared.add(what);
  }

  public boolean whole() {
    return faults.isEmpty();
  }

  public List<Finding> faults() {
    return List.copyOf(faults);
  }

  /** What was held against signatures, for people to read. */
  public List<String> compared() {
    return List.copyOf(compared);
  }
}
