package org.yilian.rooms;

import static java.util.Map.entry;
import static java.util.Map.ofEntries;

import java.util.Map;
import java.util.Optional;

/** Where a room stands, and the one table of how it moves. */
public enum RoomStatus {
  CREATED,
  LIVE_SEPARATED,
  JOINT,
  PAUSED,
  ENDED;

  private static final Map<RoomStatus, Map<RoomAction, RoomStatus>> MOVES =
      ofEntries(
          entry(CREATED, Map.of(RoomAction.OPEN, LIVE_SEPARATED, RoomAction.END, ENDED)),
          entry(
              LIVE_SEPARATED,
              Map.of(
                  RoomAction.PAUSE, PAUSED, RoomAction.START_JOINT, JOINT, RoomAction.END, ENDED)),
          entry(
              JOINT,
              Map.of(
                  RoomAction.PAUSE,
                  PAUSED,
                  RoomAction.STOP_JOINT,
                  LIVE_SEPARATED,
                  RoomAction.END,
                  ENDED)),
          entry(PAUSED, Map.of(RoomAction.RESUME, LIVE_SEPARATED, RoomAction.END, ENDED)),
          entry(ENDED, Map.of()));

  /** Where the action leads from here, or nothing where it is not allowed. */
  public Optional<RoomStatus> after(RoomAction action) {
    return Optional.ofNullable(MOVES.get(this).get(action));
  }

  /** Whether the mediation is in session: relay, joint session and proposals need it. */
  public boolean isLive() {
    return this == LIVE_SEPARATED || this == JOINT;
  }
}
