package org.yilian.evidence.verify;

/** A file that is no export and no receipt; the message says where it ends to be one. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message, null, false, false);
  }
}
