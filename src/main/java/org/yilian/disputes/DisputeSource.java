package org.yilian.disputes;

/** How a dispute came (人民调解法第十七条、第十八条). */
public enum DisputeSource {
  APPLICATION,
  INITIATIVE,
  REFERRAL
}
