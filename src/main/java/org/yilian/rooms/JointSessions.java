package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import org.yilian.identity.Caller;

/** The joint session: proposed by a mediator, open once every party consents, ended by any. */
public final class JointSessions {
  private final RoomRowStore rows = new RoomRowStore();
  private final RoomChanges changes;
  private final ProcedureReader procedures;
  private final RoomMoves moves;
  private final Clock clock;

  public JointSessions(
      RoomChanges changes, ProcedureReader procedures, RoomMoves moves, Clock clock) {
    this.changes = changes;
    this.procedures = procedures;
    this.moves = moves;
    this.clock = clock;
  }

  /** Asks each side, in its own lane; opens at once where all have consented already. */
  public Future<Void> propose(Caller caller, String roomId) {
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.MEDIATOR);
          scene.mustBeLive();
          if (scene.room().status() == RoomStatus.JOINT) {
            return Future.succeededFuture();
          }
          scene.tellEachSide("joint-proposed");
          scene.fact("joint-proposed", new JsonObject());
          return rows.proposeJoint(scene.client(), roomId, clock.instant())
              .compose(done -> startIfAllConsent(scene));
        });
  }

  /** A mediator ends the session, or takes the proposal back. */
  public Future<Void> end(Caller caller, String roomId) {
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.MEDIATOR);
          scene.mustBeLive();
          scene.concernsEverySide();
          return rows.proposeJoint(scene.client(), roomId, null).compose(done -> stopIfOpen(scene));
        });
  }

  /** Opens the session if it has been proposed and every party has consented. */
  Future<Void> startIfAllConsent(Scene scene) {
    return procedures
        .read(scene.client(), scene.room().id())
        .compose(procedure -> ready(procedure) ? start(scene) : Future.succeededFuture());
  }

  private static boolean ready(Procedure procedure) {
    return procedure.room().status() == RoomStatus.LIVE_SEPARATED
        && procedure.room().jointProposedAt() != null
        && procedure.parties().stream()
            .allMatch(party -> procedure.consented(party, ConsentKind.JOINT_SESSION, null));
  }

  private Future<Void> start(Scene scene) {
    scene.fact("joint-opened", new JsonObject());
    scene.concernsEverySide();
    return moves.move(scene.client(), scene.room().id(), RoomAction.START_JOINT, null).mapEmpty();
  }

  /**
   * Ends the session where it is open. Nobody is told who ended it. A mere proposal stands: that
   * one side declines it is nothing for the others to notice.
   */
  Future<Void> stopIfOpen(Scene scene) {
    if (scene.room().status() != RoomStatus.JOINT) {
      return Future.succeededFuture();
    }
    scene.fact("joint-ended", new JsonObject());
    scene.concernsEverySide();
    return moves.move(scene.client(), scene.room().id(), RoomAction.STOP_JOINT, null).mapEmpty();
  }
}
