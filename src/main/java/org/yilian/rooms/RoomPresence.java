package org.yilian.rooms;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of a room is connected now. */
public final class RoomPresence {
  private final RoomHub hub;
  private final Presences presences;
  private final Loop loop;

  public RoomPresence(RoomHub hub, Presences presences, Loop loop) {
    this.hub = hub;
    this.presences = presences;
    this.loop = loop;
  }

  /** The ids of those members of one room who are connected, to whichever node. */
  Future<Set<String>> of(List<Member> members) {
    return members.isEmpty()
        ? Future.succeededFuture(Set.of())
        : presences
            .elsewhere(members.get(0).roomId())
            .compose(elsewhere -> loop.call(() -> Future.succeededFuture(of(members, elsewhere))));
  }

  private Set<String> of(List<Member> members, Set<String> elsewhere) {
    return members.stream()
        .map(Member::id)
        .filter(id -> elsewhere.contains(id) || hub.here(id))
        .collect(Collectors.toUnmodifiableSet());
  }
}
