package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** What a party can always do besides talking: call the mediator, ask for a rest, ask for help. */
public final class Calls {
  private static final int MAX_TEXT = 500;

  private final RoomChanges changes;
  private final Messages messages;
  private final RoomSignals signals;

  public Calls(RoomChanges changes, Messages messages, RoomSignals signals) {
    this.changes = changes;
    this.messages = messages;
    this.signals = signals;
  }

  /** What is called for. */
  enum Kind {
    CALL_MEDIATOR,
    NEED_BREAK,
    /** Silent: nothing of it is to be seen on the screen of the one who asks. */
    HELP
  }

  private record Called(Member by, String laneId) {}

  /** A card in the caller's own lane, or, for silent help, in the lane of the staff alone. */
  public Future<Void> call(Caller caller, String roomId, Form form) {
    Kind kind = form.word("kind", Kind.class);
    String text = form.optionalText("text", MAX_TEXT);
    form.check();
    return changes
        .change(caller, roomId, scene -> note(scene, kind))
        .compose(called -> kind == Kind.HELP ? help(roomId, called) : card(called, kind, text));
  }

  private static Future<Called> note(Scene scene, Kind kind) {
    if (!scene.actor().role().isOfSide()) {
      throw Refusal.notFound();
    }
    if (kind == Kind.HELP) {
      scene.tellStaff("help", scene.actor().name(), scene.actor().side());
    }
    scene.fact("called", new JsonObject().put("kind", kind.name()));
    return Future.succeededFuture(
        new Called(scene.actor(), scene.laneOf(scene.actor().side()).id()));
  }

  private Future<Void> help(String roomId, Called called) {
    signals.staffNotice(roomId, "help", called.by().id());
    return Future.succeededFuture();
  }

  private Future<Void> card(Called called, Kind kind, String text) {
    JsonObject card = new JsonObject().put("kind", "call").put("call", kind.name());
    if (text != null) {
      card.put("text", text);
    }
    return messages.post(called.laneId(), called.by().id(), null, card, null).mapEmpty();
  }
}
