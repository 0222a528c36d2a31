package org.yilian.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.yilian.kernel.Texts;

/** What else a mediation by the police needs before it opens. */
final class PoliceReadiness {
  private static final Texts TEXTS = Texts.of("staff");

  private PoliceReadiness() {}

  static List<Readiness.Missing> missing(Procedure procedure, Predicate<String> present) {
    List<Readiness.Missing> missing = new ArrayList<>();
    if (!procedure.room().byPolice()) {
      return missing;
    }
    long officers = Quorum.count(procedure.members(), MemberRole.COMMUNITY_POLICE, present);
    if (officers < Quorum.OFFICERS) {
      missing.add(missing("officers-absent", TEXTS.get("officers-absent")));
    }
    checklist(procedure.checklist(), missing);
    if (procedure.rounds().usedUp()) {
      missing.add(missing("police-rounds-over", TEXTS.get("police.no-third")));
    } else if (procedure.rounds().tooLateOn(procedure.today())) {
      String until = procedure.rounds().secondUntil().lastDate().toString();
      missing.add(missing("police-rounds-over", TEXTS.get("police.second-too-late", until)));
    }
    return missing;
  }

  private static void checklist(PoliceChecklist checklist, List<Readiness.Missing> missing) {
    if (checklist == null) {
      missing.add(missing("police-checklist-missing", TEXTS.get("police-checklist-missing")));
    } else if (!checklist.exclusions().isEmpty()) {
      missing.add(missing("police-excluded", excluded(checklist)));
    }
  }

  /** Which of the exclusions apply, with the article. */
  static String excluded(PoliceChecklist checklist) {
    String words =
        checklist.applying().stream()
            .map(one -> TEXTS.get("police." + one.field()))
            .collect(Collectors.joining("、"));
    return TEXTS.get("police-excluded", words);
  }

  private static Readiness.Missing missing(String code, String reason) {
    return new Readiness.Missing(code, null, null, reason);
  }
}
