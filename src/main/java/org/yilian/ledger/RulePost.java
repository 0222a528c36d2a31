package org.yilian.ledger;

import java.util.List;

/** What a unit answers for, and where: by this a rule finds who leads at a place. */
record RulePost(String duty, String areaCode) {

  /**
   * Whether it leads in the area before another one, by these duties of which the first is asked.
   */
  boolean precedes(RulePost other, List<String> duties, String area) {
    int rank = duties.indexOf(duty);
    int later = duties.indexOf(other.duty);
    boolean sooner = rank < later || rank == later && areaCode.length() > other.areaCode.length();
    return rank >= 0 && area.startsWith(areaCode) && sooner;
  }

  /** Whether one of the areas holds the other. */
  boolean around(String area) {
    return areaCode.startsWith(area) || area.startsWith(areaCode);
  }
}
