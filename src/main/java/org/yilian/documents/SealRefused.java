package org.yilian.documents;

import org.yilian.documents.Verification.Fault;

/** Carries the fault at which looking further makes no sense. */
final class SealRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  SealRefused(Fault fault) {
    super(fault.code(), null, false, false);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
