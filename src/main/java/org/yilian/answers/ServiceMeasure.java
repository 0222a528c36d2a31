package org.yilian.answers;

import java.util.Locale;

/** What the service counts, apart from disputes. */
enum ServiceMeasure {
  /** Questions that were asked, whatever became of them. */
  CONSULTATIONS,
  ANSWERED,
  DECLINED,
  EMERGENCIES,
  HANDED_OVER,
  /** Handed over, and taken by nobody in thirty days. */
  NOT_TAKEN,
  HELPFUL,
  NOT_HELPFUL;

  /** As it stands in JSON, such as {@code handedOver}. */
  String key() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder key = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return key.toString();
  }
}
