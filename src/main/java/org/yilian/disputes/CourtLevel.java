package org.yilian.disputes;

/** The level of the court that a dispute belongs before (民事诉讼法 18, 19). */
public enum CourtLevel {
  BASIC,
  INTERMEDIATE
}
