package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import org.yilian.evidence.Heads;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Moves a room from one status to another, with what each move sets and who then reads what. */
public final class RoomMoves {
  private static final Texts TEXTS = Texts.of("lanes");

  private final RoomStore rooms = new RoomStore();
  private final ProcedureStore consents = new ProcedureStore();
  private final Grants grants = new Grants();
  private final Heads heads;
  private final Clock clock;

  public RoomMoves(Heads heads, Clock clock) {
    this.heads = heads;
    this.clock = clock;
  }

  /**
   * Moves the room in the caller's transaction; its preconditions are the caller's to check. After
   * the commit comes {@link RoomHub#refresh}.
   *
   * @param endCause for {@link RoomAction#END}, else null
   * @return the room as it now is; 409 {@code wrong-state}, or {@code not-in-session} for the joint
   *     session
   */
  public Future<Room> move(SqlClient client, String roomId, RoomAction action, String endCause) {
    Instant now = clock.instant();
    return rooms
        .lock(client, roomId)
        .map(room -> check(room, action))
        .compose(next -> rooms.move(client, roomId, next, now, endCause))
        .compose(moved -> forgetJoint(client, roomId, action))
        .compose(moved -> grants.recompute(client, roomId))
        .compose(decided -> attest(client, roomId, action))
        .compose(done -> rooms.room(client, roomId));
  }

  /** What was proposed before is over with it: the next joint session is consented to anew. */
  private Future<Void> forgetJoint(SqlClient client, String roomId, RoomAction action) {
    return action == RoomAction.PAUSE || action == RoomAction.STOP_JOINT
        ? consents.forgetJointConsents(client, roomId)
        : Future.succeededFuture();
  }

  /** Where a sitting ends, the server signs what was said and done in it. */
  private Future<Void> attest(SqlClient client, String roomId, RoomAction action) {
    return action == RoomAction.PAUSE || action == RoomAction.END
        ? rooms
            .lanes(client, roomId)
            .compose(lanes -> heads.sign(client, RoomTrees.of(roomId, lanes)))
        : Future.succeededFuture();
  }

  /** The status that the action leads to; refuses as {@link #move} does. */
  static RoomStatus check(Room room, RoomAction action) {
    return room.status().after(action).orElseThrow(() -> wrong(action));
  }

  private static Refusal wrong(RoomAction action) {
    boolean joint = action == RoomAction.START_JOINT || action == RoomAction.STOP_JOINT;
    String code = joint ? "not-in-session" : "wrong-state";
    return Refusal.conflict(code, TEXTS.get("refused." + code));
  }
}
