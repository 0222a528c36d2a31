package org.yilian.disputes;

import org.yilian.kernel.Form;

/**
 * Where the courts come in before the mediation: which one invited it, and the level at which the
 * dispute would be heard (民事诉讼法 205).
 *
 * @param courtId null where no court invited
 * @param level null where it was not said
 */
record Referral(String courtId, CourtLevel level) {
  static Referral read(Form form) {
    return new Referral(
        form.optionalText("referringCourtId", 64),
        form.optionalWord("courtLevel", CourtLevel.class));
  }

  CourtLevel levelOr(CourtLevel before) {
    return level == null ? before : level;
  }
}
