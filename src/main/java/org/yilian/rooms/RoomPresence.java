package org.yilian.rooms;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who of a room is connected now. */
public final class RoomPresence {
  private final RoomHub hub;
  private final Loop loop;

  public RoomPresence(RoomHub hub, Loop loop) {
    this.hub = hub;
    this.loop = loop;
  }

  /** The ids of those members who are connected. */
  Future<Set<String>> of(List<Member> members) {
    return loop.call(
        () ->
            Future.succeededFuture(
                members.stream()
                    .map(Member::id)
                    .filter(hub::present)
                    .collect(Collectors.toUnmodifiableSet())));
  }
}
