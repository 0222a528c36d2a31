package org.yilian.disputes;

import org.yilian.identity.AreaLevel;

/** How far a dispute may go wrong, as a person has judged, and which centre has to know of it. */
public enum Risk {
  GENERAL(AreaLevel.GRID),
  LARGER(AreaLevel.DISTRICT),
  MAJOR(AreaLevel.DISTRICT),
  EXTREME(AreaLevel.CITY);

  private final AreaLevel reportedTo;

  Risk(AreaLevel reportedTo) {
    this.reportedTo = reportedTo;
  }

  /** The lowest level whose centre deals with it. */
  public AreaLevel reportedTo() {
    return reportedTo;
  }
}
