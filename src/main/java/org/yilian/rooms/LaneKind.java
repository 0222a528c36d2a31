package org.yilian.rooms;

/** The kinds of lanes a room has: one SIDE lane for every side, and one of each other kind. */
public enum LaneKind {
  SIDE,
  STAFF,
  JOINT,
  NOTICE
}
