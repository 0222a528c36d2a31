package org.yilian.rooms;

import java.time.LocalDate;
import org.yilian.calendar.Deadline;

/**
 * Earlier mediations of the same dispute by the police: there is a second one, within seven working
 * days of the first, and no third (公安机关办理行政案件程序规定 183).
 *
 * @param secondUntil by when a second one has to be done, or null where there was no first
 */
record PoliceRounds(int earlier, Deadline secondUntil) {
  static final PoliceRounds NONE = new PoliceRounds(0, null);

  boolean usedUp() {
    return earlier > 1;
  }

  boolean tooLateOn(LocalDate today) {
    return secondUntil != null && secondUntil.isOverOn(today);
  }
}
