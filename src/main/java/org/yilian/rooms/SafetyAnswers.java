package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;

/**
 * The private question whether a party is free, alone and safe. Mediators alone see the answers.
 */
public final class SafetyAnswers {
  private final ProcedureStore store = new ProcedureStore();
  private final SafetyFlagStore flags = new SafetyFlagStore();
  private final RoomChanges changes;
  private final Clock clock;

  public SafetyAnswers(RoomChanges changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  /** A party answers; a no flags the room for care, which no other side can notice. */
  public Future<Void> answer(Caller caller, String roomId, Form form) {
    Boolean voluntary = form.flag("voluntary");
    Boolean alone = form.flag("alone");
    Boolean safe = form.flag("safe");
    form.check();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.onlyDeciders();
          scene.concerns(scene.actor().side());
          scene.concernsMediatorsAlone();
          // The log of the room is read by more than mediators: it holds no answer.
          scene.fact("safety-answered", new JsonObject());
          return keep(scene, new SafetyAnswer(scene.actor().id(), now, voluntary, alone, safe));
        });
  }

  private Future<Void> keep(Scene scene, SafetyAnswer answer) {
    return store
        .add(scene.client(), answer)
        .compose(
            kept ->
                answer.alarming()
                    ? flags.raise(scene.client(), scene.room().id())
                    : Future.succeededFuture());
  }
}
