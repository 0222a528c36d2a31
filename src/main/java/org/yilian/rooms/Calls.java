package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** What a party can always do besides talking: call the mediator, ask for a rest, ask for help. */
public final class Calls {
  private static final int MAX_TEXT = 500;

  private final HelpCallStore help = new HelpCallStore();
  private final RoomChanges changes;
  private final RoomSignals signals;
  private final Clock clock;

  public Calls(RoomChanges changes, RoomSignals signals, Clock clock) {
    this.changes = changes;
    this.signals = signals;
    this.clock = clock;
  }

  /** What is called for. */
  enum Kind {
    CALL_MEDIATOR,
    NEED_BREAK,
    /** Silent: nothing of it is to be seen on the screen of the one who asks. */
    HELP
  }

  /**
   * A card in the caller's own lane. Silent help leaves none anywhere: mediators, and the community
   * officer who may raise the alarm, are told; what else is said of safety no lawyer reads either.
   */
  public Future<Void> call(Caller caller, String roomId, Form form) {
    Kind kind = form.word("kind", Kind.class);
    String text = form.optionalText("text", MAX_TEXT);
    form.check();
    return changes
        .change(caller, roomId, scene -> note(scene, kind, text))
        .onSuccess(by -> alarm(roomId, kind, by))
        .mapEmpty();
  }

  private Future<Member> note(Scene scene, Kind kind, String text) {
    Member by = scene.actor();
    if (!by.role().isOfSide()) {
      throw Refusal.notFound();
    }
    if (kind != Kind.HELP) {
      scene.card(scene.laneOf(by.side()).id(), card(kind, text));
      scene.fact("called", new JsonObject().put("kind", kind.name()));
      return Future.succeededFuture(by);
    }
    scene.concernsAlarmHearersAlone();
    scene.factOfSafety("help-called", new JsonObject());
    return help.add(scene.client(), new HelpCall(by.id(), now())).map(by);
  }

  private void alarm(String roomId, Kind kind, Member by) {
    if (kind == Kind.HELP) {
      signals.staffNotice(roomId, "help", by.id());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static JsonObject card(Kind kind, String text) {
    JsonObject card = new JsonObject().put("kind", "call").put("call", kind.name());
    if (text != null) {
      card.put("text", text);
    }
    return card;
  }
}
