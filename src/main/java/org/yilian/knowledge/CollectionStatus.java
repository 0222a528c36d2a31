package org.yilian.knowledge;

/** Where a collection that was handed in stands. */
enum CollectionStatus {
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
