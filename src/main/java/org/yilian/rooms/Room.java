package org.yilian.rooms;

import java.time.Instant;
import java.util.Objects;

/**
 * A room as stored.
 *
 * @param jointProposedAt when staff proposed the joint session that is being asked for, or null
 * @param jointOpenedAt when the joint lane was first opened, or null
 * @param flagged whether a private safety answer calls for care; mediators alone may know
 * @param revision grows with every decision about who reads what
 */
public record Room(
    String id,
    String number,
    String disputeId,
    String hostOrganisationId,
    String track,
    RoomStatus status,
    String createdBy,
    Instant jointProposedAt,
    Instant jointOpenedAt,
    boolean flagged,
    long revision) {
  public Room {
    Objects.requireNonNull(id);
    Objects.requireNonNull(status);
  }

  /** Whether the police mediate: another track, with rules of its own. */
  boolean byPolice() {
    return Track.PUBLIC_SECURITY.name().equals(track);
  }

  public boolean jointOpened() {
    return jointOpenedAt != null;
  }
}
