package org.yilian.agreements;

/** How an agreement is recorded: 人民调解法 28 knows the written and the oral form. */
public enum AgreementForm {
  WRITTEN,
  ORAL
}
