package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/** Facts that every side confirms in writing, apart from the talks (在线调解规则第二十二条). */
public final class UndisputedFacts {
  private static final int MAX_TEXT = 2_000;

  private final RoomStore rooms = new RoomStore();
  private final UndisputedFactStore store = new UndisputedFactStore();
  private final Database database;
  private final RoomChanges changes;
  private final RoomSignals signals;
  private final Clock clock;

  public UndisputedFacts(Database database, RoomChanges changes, RoomSignals signals, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.signals = signals;
    this.clock = clock;
  }

  /** A mediator writes a fact down and asks each side whether it is so. */
  public Future<JsonObject> state(Caller caller, String roomId, Form form) {
    String text = form.text("text", MAX_TEXT);
    form.check();
    UndisputedFact fact = new UndisputedFact(Ids.fresh(), text, clock.instant());
    return changes
        .change(
            caller,
            roomId,
            scene -> {
              scene.only(MemberRole.MEDIATOR);
              scene.mustNotHaveEnded();
              scene.tellEachSide("fact-stated", text);
              scene.fact("fact-stated", new JsonObject().put("factId", fact.id()));
              Set<String> sides = Set.copyOf(scene.sides());
              return store
                  .insert(scene.client(), roomId, fact, scene.actor().id())
                  .map(done -> sides);
            })
        .onSuccess(sides -> signals.changed(roomId, "facts", fact.id(), Audience.staffAnd(sides)))
        .map(done -> view(fact, List.of(), Set.of()));
  }

  /** A side confirms. The other sides learn of it only when all have. */
  public Future<Void> confirm(Caller caller, String roomId, String factId) {
    return changes
        .change(caller, roomId, scene -> confirm(scene, factId).map(all -> whom(scene, all)))
        .onSuccess(sides -> signals.changed(roomId, "facts", factId, Audience.staffAnd(sides)))
        .mapEmpty();
  }

  private static Set<String> whom(Scene scene, boolean all) {
    return all ? Set.copyOf(scene.sides()) : Set.of(scene.actor().side());
  }

  private Future<Boolean> confirm(Scene scene, String factId) {
    scene.onlyDeciders();
    Member self = scene.actor();
    scene.factOfSide(self.side(), "fact-confirmed", new JsonObject().put("factId", factId));
    SqlClient client = scene.client();
    String roomId = scene.room().id();
    return store
        .ofRoom(client, roomId)
        .compose(
            facts ->
                facts.stream().anyMatch(fact -> fact.id().equals(factId))
                    ? store.confirm(client, factId, self.side(), self.id(), clock.instant())
                    : Future.failedFuture(Refusal.notFound()))
        .compose(done -> store.confirmations(client, roomId))
        .map(given -> sides(given, factId).containsAll(scene.sides()));
  }

  /** The facts, each with the confirmations that the caller may know of. */
  public Future<List<JsonObject>> list(Caller caller, String roomId) {
    return database.withConnection(
        client -> rooms.seatOf(client, caller, roomId).compose(seat -> list(client, roomId, seat)));
  }

  private Future<List<JsonObject>> list(SqlClient client, String roomId, Member seat) {
    Future<List<UndisputedFact>> facts = store.ofRoom(client, roomId);
    Future<List<UndisputedFactStore.Confirmation>> given = store.confirmations(client, roomId);
    Future<Set<String>> sides = rooms.lanes(client, roomId).map(UndisputedFacts::sides);
    return Future.all(facts, given, sides)
        .map(
            all -> {
              List<JsonObject> views = new ArrayList<>();
              for (UndisputedFact fact : facts.result()) {
                Set<String> known = known(seat, fact, given.result(), sides.result());
                views.add(view(fact, given.result(), known));
              }
              return views;
            });
  }

  /** The sides whose confirmation the member may know of. */
  private static Set<String> known(
      Member seat,
      UndisputedFact fact,
      List<UndisputedFactStore.Confirmation> given,
      Set<String> sides) {
    boolean all = sides(given, fact.id()).containsAll(sides);
    return seat.isStaff() || all ? sides : Set.of(seat.side());
  }

  private static Set<String> sides(List<Lane> lanes) {
    return lanes.stream()
        .filter(lane -> lane.kind() == LaneKind.SIDE)
        .map(Lane::side)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> sides(List<UndisputedFactStore.Confirmation> given, String factId) {
    return given.stream()
        .filter(c -> c.factId().equals(factId))
        .map(UndisputedFactStore.Confirmation::side)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static JsonObject view(
      UndisputedFact fact, List<UndisputedFactStore.Confirmation> given, Set<String> known) {
    JsonArray confirmations = new JsonArray();
    given.stream()
        .filter(c -> c.factId().equals(fact.id()) && known.contains(c.side()))
        .forEach(
            c ->
                confirmations.add(
                    new JsonObject().put("side", c.side()).put("at", c.at().toString())));
    return new JsonObject()
        .put("id", fact.id())
        .put("text", fact.text())
        .put("createdAt", fact.createdAt().toString())
        .put("confirmations", confirmations);
  }
}
