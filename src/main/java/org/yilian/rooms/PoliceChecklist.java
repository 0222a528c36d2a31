package org.yilian.rooms;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What an officer answered before a mediation by the police (公安机关办理行政案件程序规定 179, 181).
 *
 * @param exclusions those that apply
 * @param suspects the ids of the parties who may not delegate
 */
record PoliceChecklist(
    Set<Exclusion> exclusions, Set<String> suspects, String note, String answeredBy, Instant at) {
  /** What rules a mediation out, in the order of 程序规定 179. */
  enum Exclusion {
    HIRED_HARM("hiredHarm"),
    GROUP_FIGHT("groupFight"),
    REPEATED_VIOLATIONS("repeatedViolations"),
    UNWILLING("unwilling"),
    NEW_VIOLATION("newViolation"),
    SUSPECT_FLED("suspectFled"),
    OTHERWISE_UNFIT("otherwiseUnfit");

    private final String field;

    Exclusion(String field) {
      this.field = field;
    }

    /** The name of the question in the interface. */
    String field() {
      return field;
    }
  }

  PoliceChecklist {
    exclusions = Set.copyOf(exclusions);
    suspects = Set.copyOf(suspects);
  }

  /** Those that apply, in the order of the rule. */
  List<Exclusion> applying() {
    return exclusions.stream().sorted().toList();
  }
}
