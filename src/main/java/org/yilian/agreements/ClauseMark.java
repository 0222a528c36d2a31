package org.yilian.agreements;

/** What a neutral lawyer says of a clause: legal information, on nobody's behalf. */
public enum ClauseMark {
  NO_OBVIOUS_FAULT,
  SUGGEST_CHANGE
}
