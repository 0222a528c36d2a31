package org.yilian.imports;

/** Where a spreadsheet stands. */
enum ImportStatus {
  CHECKING,
  CHECKED,
  LOADING,
  LOADED,
  FAILED;

  /** Whether somebody is, or was, at work on it. */
  boolean running() {
    return this == CHECKING || this == LOADING;
  }
}
