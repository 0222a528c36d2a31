package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.yilian.db.Database;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Why a member could not say something, told no more exactly than the member may know. */
final class SayRefusals {
  private static final Texts TEXTS = Texts.of("lanes");

  /**
   * How a lane stands to a member of its room.
   *
   * @param reads whether it may read there
   * @param own whether it is the private lane of the member's own side
   */
  record Standing(boolean reads, boolean says, boolean own, LaneKind kind, RoomStatus status) {}

  private final MessageStore store = new MessageStore();
  private final Database database;

  SayRefusals(Database database) {
    this.database = database;
  }

  <T> Future<T> of(Outgoing message) {
    SqlClient client = database.pool();
    return store
        .standing(client, message.memberId(), message.laneId())
        .recover(Database::refuse)
        .compose(
            found ->
                Future.failedFuture(
                    found
                        .map(standing -> refusal(standing, message))
                        .orElseGet(SayRefusals::noSuchLane)));
  }

  /** The member, where it may say something in the lane; fails with the reason where not. */
  Future<Member> mayStillSay(SqlClient client, Member member, String laneId) {
    return store
        .standing(client, member.id(), laneId)
        .recover(Database::refuse)
        .compose(
            found ->
                found.filter(Standing::says).isPresent()
                    ? Future.succeededFuture(member)
                    : Future.failedFuture(
                        found.map(SayRefusals::refusal).orElseGet(SayRefusals::noSuchLane)));
  }

  /**
   * Who may speak now was not entitled a moment ago, as when the joint session has just opened:
   * then the same message is good at the next try. A relay had its source recalled.
   */
  private static Refusal refusal(Standing standing, Outgoing message) {
    boolean overtaken = standing.says() && message.relayOf() == null;
    return overtaken ? Refusal.tryAgain() : refusal(standing);
  }

  private static Refusal refusal(Standing standing) {
    if (!standing.reads()) {
      return standing.own() ? conflict("identity-unverified") : noSuchLane();
    }
    if (standing.says()) {
      return conflict("message-recalled");
    }
    if (standing.status() == RoomStatus.ENDED) {
      return conflict("room-ended");
    }
    return conflict(standing.kind() == LaneKind.JOINT ? "not-in-session" : "read-only");
  }

  private static Refusal conflict(String code) {
    return Refusal.conflict(code, TEXTS.get("refused." + code));
  }

  /** A lane of others and a lane that does not exist are the same. */
  static Refusal noSuchLane() {
    return Refusal.of(404, "no-such-lane", TEXTS.get("refused.no-such-lane"));
  }
}
