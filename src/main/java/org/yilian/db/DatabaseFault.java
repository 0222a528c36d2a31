package org.yilian.db;

/** The database cannot be used as it is, and an operator has to act. Never holds a password. */
public final class DatabaseFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseFault(String message) {
    super(message);
  }

  DatabaseFault(String message, Throwable cause) {
    super(message, cause);
  }
}
