package org.yilian.agreements;

/** How somebody signs. 人民调解法 29 accepts a signature, a seal or a fingerprint. */
public enum SignatureMethod {
  INK(false),
  TYPED(false),
  PAPER(true),
  FINGERPRINT_PAPER(true),
  SEAL_PAPER(true);

  private final boolean paper;

  SignatureMethod(boolean paper) {
    this.paper = paper;
  }

  /** Whether it was given on paper and is entered from a scan. */
  public boolean paper() {
    return paper;
  }
}
