package org.yilian.answers;

/** What the service counts, apart from disputes. */
enum ServiceMeasure {
  /** Questions that were asked, whatever became of them. */
  CONSULTATIONS,
  ANSWERED,
  DECLINED,
  EMERGENCIES,
  HANDED_OVER,
  HELPFUL,
  NOT_HELPFUL
}
