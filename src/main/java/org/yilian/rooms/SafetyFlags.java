package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Takes away the flag that a private safety answer has set. Mediators alone know of either. */
public final class SafetyFlags {
  private static final Texts TEXTS = Texts.of("staff");
  private static final int LONGEST_REASON = 500;

  private final SafetyFlagStore store = new SafetyFlagStore();
  private final RoomChanges changes;
  private final Clock clock;

  public SafetyFlags(RoomChanges changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  /** A mediator says why the flag goes. No side is told; another no sets it again. */
  public Future<Void> clear(Caller caller, String roomId, Form form) {
    String reason = form.text("reason", LONGEST_REASON);
    form.check();
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.MEDIATOR);
          if (!scene.room().flagged()) {
            throw Refusal.conflict("wrong-state", TEXTS.get("not-flagged"));
          }
          scene.concernsMediatorsAlone();
          scene.factOfSafety("flag-cleared", JsonObject.of("reason", reason));
          return store.clear(scene.client(), roomId, clearing(scene, reason));
        });
  }

  private SafetyClearing clearing(Scene scene, String reason) {
    return new SafetyClearing(
        scene.actor().id(), reason, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
