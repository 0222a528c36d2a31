package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.DisputeStatus;
import org.yilian.disputes.DisputeType;
import org.yilian.disputes.Hearing;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;

/** The end of a mediation, and the roads that remain, told to each side (人民调解法第二十六条). */
public final class RoomEndings {
  private static final int LONGEST_NOTE = 1000;

  private final RoomChanges changes;
  private final RoomMoves moves;
  private final Ledger ledger;
  private final Hearing hearing;

  public RoomEndings(RoomChanges changes, RoomMoves moves, Ledger ledger, Hearing hearing) {
    this.changes = changes;
    this.moves = moves;
    this.ledger = ledger;
    this.hearing = hearing;
  }

  /** A mediator ends the mediation and says why; the parties are told the roads, not the cause. */
  public Future<Void> end(Caller caller, String roomId, Form form) {
    EndCause cause = form.word("cause", EndCause.class);
    String note = form.optionalText("note", LONGEST_NOTE);
    form.check();
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.MEDIATOR);
          return end(scene, cause, note)
              .compose(
                  done -> hearing.heed(scene.client(), scene.room().disputeId(), form.words()));
        });
  }

  /** Ends it within a change that is under way. */
  Future<Void> end(Scene scene, EndCause cause, String note) {
    JsonObject data = new JsonObject().put("cause", cause.name());
    if (note != null) {
      data.put("note", note);
    }
    scene.fact("room-ended", data);
    return moves
        .move(scene.client(), scene.room().id(), RoomAction.END, cause.name())
        .compose(ended -> ledger.lock(scene.client(), scene.room().disputeId()))
        .compose(dispute -> tell(scene, dispute, cause));
  }

  private Future<Void> tell(Scene scene, Dispute dispute, EndCause cause) {
    scene.tellEachSide(
        cause.settled() ? settled(scene.room()) : road(scene.room(), dispute.type()));
    scene.tellStaff("ended", cause.words());
    boolean over =
        cause != EndCause.AGREEMENT && dispute.status().mayBecome(DisputeStatus.TERMINATED);
    return over
        ? ledger.move(scene.client(), dispute.id(), DisputeStatus.TERMINATED)
        : Future.succeededFuture();
  }

  /** An agreement before the police cannot be confirmed, and not every host is a committee. */
  private static String settled(Room room) {
    return switch (Track.valueOf(room.track())) {
      case PEOPLES_MEDIATION -> "ended-settled";
      case PUBLIC_SECURITY -> "ended-settled-police";
      default -> "ended-settled-other";
    };
  }

  private static String road(Room room, DisputeType type) {
    if (room.track().equals(Track.PUBLIC_SECURITY.name())) {
      return "ended-police";
    }
    return type.labour() ? "ended-labour" : "ended";
  }
}
