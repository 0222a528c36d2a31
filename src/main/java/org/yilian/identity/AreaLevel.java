package org.yilian.identity;

import java.util.Optional;

/** The levels of a city, lowest first, each with the digits of its codes. */
public enum AreaLevel {
  GRID(15),
  COMMUNITY(12),
  STREET(9),
  DISTRICT(6),
  CITY(4);

  private final int digits;

  AreaLevel(int digits) {
    this.digits = digits;
  }

  public int digits() {
    return digits;
  }

  /** The level above, empty at the top. */
  public Optional<AreaLevel> above() {
    return this == CITY ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
  }

  /** The level below, empty at the bottom. */
  public Optional<AreaLevel> below() {
    return this == GRID ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
  }

  /** Of a code of that length; empty where no level has it. */
  public static Optional<AreaLevel> ofCode(String code) {
    for (AreaLevel level : values()) {
      if (level.digits == code.length()) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
