package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** A mediator makes sure who sits there, where name and phone prove nothing. */
public final class IdentityChecks {
  private final ProcedureStore store = new ProcedureStore();
  private final RoomChanges changes;
  private final Clock clock;

  public IdentityChecks(RoomChanges changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  /** Enters a check of a member of a side. */
  public Future<Void> enter(Caller caller, String roomId, String memberId, Form form) {
    IdentityCheck.Method method = form.word("method", IdentityCheck.Method.class);
    String note = form.optionalText("note", 500);
    form.check();
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.MEDIATOR);
          Member member = scene.member(memberId);
          if (!member.role().isOfSide()) {
            throw Refusal.notFound();
          }
          return enter(scene, member, method, note);
        });
  }

  private Future<Void> enter(Scene scene, Member member, IdentityCheck.Method method, String note) {
    scene.concerns(member.side());
    scene.tellStaff("identity-checked", scene.actor().name(), member.name());
    scene.fact(
        "identity-checked",
        new JsonObject().put("memberId", member.id()).put("method", method.name()));
    IdentityCheck check =
        new IdentityCheck(member.id(), method, scene.actor().id(), clock.instant());
    return store.put(scene.client(), check, note);
  }
}
