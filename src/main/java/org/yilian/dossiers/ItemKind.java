package org.yilian.dossiers;

import java.util.Locale;

/**
 * What a file (卷宗) holds, in the order in which the Ministry of Justice's forms of 2010 have it
 * bound. To a court go only those that say so: nothing of what was said to come to terms (民事诉讼法解释
 * 107).
 */
enum ItemKind {
  APPLICATION(false),
  NOTICE(false),
  CONSENT(false),
  IDENTITY(true),
  AUTHORITY(true),
  INVESTIGATION(false),
  EVIDENCE(false),
  RECORD(false),
  FACTS(true),
  AGREEMENT(true),
  TERMINATION(false),
  SERVICE(false),
  PERFORMANCE(false),
  FOLLOW_UP(false),
  CONFIRMATION(true),
  OTHER(false),
  SEALED_LIST(false);

  private final boolean forCourt;

  ItemKind(boolean forCourt) {
    this.forCourt = forCourt;
  }

  boolean forCourt() {
    return forCourt;
  }

  /** Whether a clerk may put a paper there; the others are what the record says. */
  boolean mayBeEntered() {
    return this != FACTS && this != AGREEMENT && this != SEALED_LIST && this != CONSENT;
  }

  /** What people call it. */
  String title() {
    return DossierTexts.get("item." + name());
  }

  /** As it stands in the names of files, such as {@code follow-up}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
