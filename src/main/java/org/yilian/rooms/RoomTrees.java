package org.yilian.rooms;

import java.util.ArrayList;
import java.util.List;
import org.yilian.audit.Scopes;
import org.yilian.evidence.Tree;

/** The trees of the evidence log that belong to a room: of each lane, and of its staff. */
public final class RoomTrees {
  private RoomTrees() {}

  /** Of all lanes, and of the room's own log, its safety's included. */
  static List<Tree> of(String roomId, List<Lane> lanes) {
    List<Tree> trees = new ArrayList<>();
    lanes.forEach(lane -> trees.addAll(ofLane(lane.id())));
    trees.add(Tree.ofFacts(Scopes.room(roomId)));
    trees.add(Tree.ofFacts(Scopes.safety(roomId)));
    return trees;
  }

  /** What was said in a lane, and what its side did. */
  public static List<Tree> ofLane(String laneId) {
    return List.of(Tree.ofLane(laneId), Tree.ofFacts(Scopes.lane(laneId)));
  }
}
