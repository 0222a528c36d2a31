package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.DisputeStatus;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;

/** Going into session, resting, and going on. */
public final class Openings {
  private static final int LONGEST_NOTE = 500;
  private static final Set<DisputeStatus> AT_REST =
      EnumSet.of(DisputeStatus.REPORTED, DisputeStatus.SUSPENDED, DisputeStatus.TERMINATED);

  private final RoomChanges changes;
  private final ProcedureReader procedures;
  private final RoomMoves moves;
  private final RoomPresence presence;
  private final Ledger ledger;

  public Openings(
      RoomChanges changes,
      ProcedureReader procedures,
      RoomMoves moves,
      RoomPresence presence,
      Ledger ledger) {
    this.changes = changes;
    this.procedures = procedures;
    this.moves = moves;
    this.presence = presence;
    this.ledger = ledger;
  }

  /** Opens the room, or refuses with all that is missing. */
  public Future<Void> open(Caller caller, String roomId) {
    return goLive(caller, roomId, RoomAction.OPEN, "room-opened");
  }

  /** Goes on after a pause, on the same conditions. */
  public Future<Void> resume(Caller caller, String roomId) {
    return goLive(caller, roomId, RoomAction.RESUME, "room-resumed");
  }

  private Future<Void> goLive(Caller caller, String roomId, RoomAction action, String fact) {
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.MEDIATOR, MemberRole.COMMUNITY_POLICE);
          RoomMoves.check(scene.room(), action);
          return checkReady(scene).compose(ready -> goLive(scene, action, fact));
        });
  }

  private Future<Void> checkReady(Scene scene) {
    return procedures
        .read(scene.client(), scene.room().id())
        .compose(procedure -> presence.of(procedure.members()).map(p -> missing(procedure, p)))
        .compose(
            missing ->
                missing.isEmpty()
                    ? Future.succeededFuture()
                    : Future.failedFuture(Readiness.refusal(missing)));
  }

  private static List<Readiness.Missing> missing(Procedure procedure, Set<String> present) {
    return Readiness.missing(procedure, present::contains);
  }

  private Future<Void> goLive(Scene scene, RoomAction action, String fact) {
    scene.concernsEverySide();
    scene.fact(fact, new JsonObject());
    return moves
        .move(scene.client(), scene.room().id(), action, null)
        .compose(live -> ledger.lock(scene.client(), scene.room().disputeId()))
        .compose(dispute -> mediate(scene, dispute));
  }

  /** A dispute whose agreement is being signed, or was, stays where it is. */
  private Future<Void> mediate(Scene scene, Dispute dispute) {
    return AT_REST.contains(dispute.status())
        ? ledger.move(scene.client(), dispute.id(), DisputeStatus.IN_MEDIATION)
        : Future.succeededFuture();
  }

  /** Rests the talks. The reason stays among staff. */
  public Future<Void> pause(Caller caller, String roomId, Form form) {
    String reason = form.optionalText("reason", LONGEST_NOTE);
    form.check();
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.MEDIATOR, MemberRole.COMMUNITY_POLICE);
          scene.tellEachSide("paused");
          scene.tellStaff("paused", scene.actor().name(), reason == null ? "—" : reason);
          scene.fact("room-paused", new JsonObject().put("reason", reason));
          return moves.move(scene.client(), roomId, RoomAction.PAUSE, null).mapEmpty();
        });
  }
}
