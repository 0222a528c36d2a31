package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/** A mediator's proposal, put to one side or several; each answers for itself. */
public final class Proposals {
  private static final int MAX_TEXT = 5_000;
  private static final int MOST_LANES = 30;

  private final RoomStore rooms = new RoomStore();
  private final ProposalStore store = new ProposalStore();
  private final Database database;
  private final RoomChanges changes;
  private final Clock clock;

  public Proposals(Database database, RoomChanges changes, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.clock = clock;
  }

  /** What a side answers; to agree is only to go on talking on this ground. */
  enum Answer {
    AGREE,
    DISAGREE,
    THINKING
  }

  /** Puts the proposal, as a card, into each of the lanes. {@code {id}}. */
  public Future<JsonObject> put(Caller caller, String roomId, Form form) {
    List<String> laneIds = form.texts("lanes", MOST_LANES, 64).stream().distinct().toList();
    String text = form.text("text", MAX_TEXT);
    if (laneIds.isEmpty()) {
      form.fault("lanes", "请选择发给哪一方。");
    }
    form.check();
    return changes
        .change(caller, roomId, scene -> put(scene, laneIds, text))
        .map(id -> new JsonObject().put("id", id));
  }

  private Future<String> put(Scene scene, List<String> laneIds, String text) {
    scene.only(MemberRole.MEDIATOR);
    scene.mustBeLive();
    Set<LaneKind> fitting = Set.of(LaneKind.SIDE, LaneKind.JOINT);
    List<String> known =
        scene.lanes().stream().filter(l -> fitting.contains(l.kind())).map(Lane::id).toList();
    if (!known.containsAll(laneIds)) {
      throw SayRefusals.noSuchLane();
    }
    String id = Ids.fresh();
    JsonObject card =
        new JsonObject().put("kind", "proposal").put("proposalId", id).put("text", text);
    laneIds.forEach(laneId -> scene.card(laneId, card));
    scene.fact("proposal-put", new JsonObject().put("proposalId", id));
    return store.insert(scene.client(), id, scene, text, laneIds, clock.instant()).map(id);
  }

  /** A party answers in its own lane; a later answer takes the place of the one before. */
  public Future<Void> answer(Caller caller, String roomId, String proposalId, Form form) {
    Answer answer = form.word("answer", Answer.class);
    form.check();
    return changes.change(caller, roomId, scene -> answer(scene, proposalId, answer));
  }

  private Future<Void> answer(Scene scene, String proposalId, Answer answer) {
    scene.onlyDeciders();
    scene.mustNotHaveEnded();
    Member self = scene.actor();
    scene.concerns(self.side());
    JsonObject data = new JsonObject().put("proposalId", proposalId).put("answer", answer.name());
    scene.factOfSide(self.side(), "proposal-answered", data);
    scene.card(scene.laneOf(self.side()).id(), data.copy().put("kind", "proposalAnswer"));
    return store
        .wasPutTo(scene.client(), scene.room().id(), proposalId, self.id())
        .compose(
            was ->
                was
                    ? store.answer(
                        scene.client(), proposalId, self.id(), answer.name(), clock.instant())
                    : Future.failedFuture(Refusal.notFound()));
  }

  /** The proposals that the caller may see, each with the answers that it may see. */
  public Future<List<JsonObject>> list(Caller caller, String roomId) {
    return database.withConnection(
        client ->
            rooms
                .seatOf(client, caller, roomId)
                .compose(seat -> store.seenBy(client, roomId, seat)));
  }
}
