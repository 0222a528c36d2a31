package org.yilian.agreements;

/** One family of findings. */
interface FindingRule {
  void judge(Reading reading, Notes notes);

  /** Takes down a finding; the values fill in its message. */
  interface Notes {
    void add(FindingCode code, Integer clause, Object... values);
  }
}
