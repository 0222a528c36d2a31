package org.yilian.rooms;

/** How a message is passed on to another lane. */
public enum RelayMode {
  VERBATIM,
  REWORDED
}
