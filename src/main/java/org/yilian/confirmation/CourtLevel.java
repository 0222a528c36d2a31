package org.yilian.confirmation;

/** Which courts hear an application for confirmation at all. */
public enum CourtLevel {
  BASIC,
  INTERMEDIATE
}
