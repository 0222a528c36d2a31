package org.yilian.knowledge;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a person enters as ended, where no imported text says so.
 *
 * @param number of the one article that ended, or null for the whole statute
 * @param day the first day on which it applies no longer
 * @param reason what ended it, for whoever meets it later
 */
record RepealByHand(String id, String lawKey, ArticleNumber number, LocalDate day, String reason) {
  RepealByHand {
    Objects.requireNonNull(id);
    Objects.requireNonNull(lawKey);
    Objects.requireNonNull(day);
    Objects.requireNonNull(reason);
  }
}
