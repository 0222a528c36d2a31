package org.yilian.rooms;

/** What moves a room from one status to another; {@link RoomStatus} says from where to where. */
public enum RoomAction {
  OPEN,
  PAUSE,
  RESUME,
  START_JOINT,
  STOP_JOINT,
  END
}
