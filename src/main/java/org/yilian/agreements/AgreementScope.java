package org.yilian.agreements;

/** Whether an agreement settles the whole dispute or a part of it. */
public enum AgreementScope {
  ALL,
  PART
}
