package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yilian.db.Constraints;
import org.yilian.db.Database;
import org.yilian.disputes.Recusals;
import org.yilian.identity.Caller;
import org.yilian.identity.People;
import org.yilian.identity.Person;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.rosters.Duty;
import org.yilian.rosters.OnDuty;
import org.yilian.rosters.ShiftKind;

/**
 * 交班: at the end of a shift whoever goes hands his open rooms over by name to the one who comes,
 * who gets a seat in each and says that he has them. Whoever goes keeps his seats until he leaves.
 */
public final class ShiftHandOvers {
  private static final Texts STAFF_TEXTS = Texts.of("staff");
  private static final Duration LOOKED_BACK = Duration.ofDays(7);
  private static final int MOST_ROOMS = 100;

  private final ShiftHandOverStore store = new ShiftHandOverStore();
  private final Database database;
  private final RoomChanges changes;
  private final Members members;
  private final OnDuty onDuty;
  private final Recusals recusals;
  private final People people;
  private final DutyAsking asking;
  private final String page;
  private final Clock clock;

  public ShiftHandOvers(DutyCalls.Ground on) {
    database = on.database();
    changes = on.changes();
    members = on.members();
    onDuty = on.onDuty();
    recusals = on.recusals();
    people = on.people();
    asking = new DutyAsking(on);
    page = on.publicUrl().resolve("/staff#/duty/mine").toString();
    clock = on.clock();
  }

  /**
   * What of a shift has to be handed over, and to whom it may be: {@code {rooms: [{id, number,
   * cause, status, parties, handedTo?}], successors}}; only for whoever has the shift.
   */
  public Future<JsonObject> of(Caller caller, String shiftId) {
    String self = caller.staff().principalId();
    return database.withConnection(
        client ->
            held(client, self, shiftId)
                .compose(
                    duty -> {
                      Future<List<JsonObject>> rooms =
                          store.openRooms(client, self, shiftId, role(duty));
                      Future<List<Duty>> next = onDuty.successors(client, duty);
                      return Future.all(rooms, next)
                          .map(
                              all ->
                                  new JsonObject()
                                      .put("rooms", new JsonArray(rooms.result()))
                                      .put("successors", views(next.result())));
                    }));
  }

  private Future<Duty> held(SqlClient client, String self, String shiftId) {
    return onDuty
        .find(client, shiftId)
        .map(found -> found.filter(duty -> duty.holderId().equals(self)))
        .map(found -> found.orElseThrow(Refusal::notFound));
  }

  /** What a seat of somebody on duty is called; an interpreter has none. */
  private static Optional<MemberRole> role(Duty duty) {
    return switch (duty.kind()) {
      case LAWYER -> Optional.of(MemberRole.NEUTRAL_LAWYER);
      case MEDIATOR -> Optional.of(MemberRole.MEDIATOR);
      case INTERPRETER -> Optional.empty();
    };
  }

  private static JsonArray views(List<Duty> duties) {
    JsonArray all = new JsonArray();
    duties.forEach(one -> all.add(one.toJson().put("startsAt", one.startsAt().toString())));
    return all;
  }

  /** What is handed over to whom, by whom. */
  private record Asked(
      Duty going, Duty coming, List<String> roomIds, String note, boolean history) {}

  /**
   * Hands rooms over: {@code {toPersonId, roomIds, note?, history?}}. Each room by itself: {@code
   * {items: [{roomId, done, code?, detail?}], done}}. Of a mediator's rooms the history too where
   * it says so, which each side is told.
   */
  public Future<JsonObject> hand(Caller caller, String shiftId, Form form) {
    String self = caller.staff().principalId();
    String to = form.text("toPersonId", 64);
    List<String> roomIds = form.texts("roomIds", MOST_ROOMS, 64);
    if (roomIds.isEmpty()) {
      form.fault("roomIds", "请选择要交的调解室。");
    }
    String note = form.optionalText("note", 500);
    boolean history = Boolean.TRUE.equals(form.optionalFlag("history"));
    form.check();
    return database
        .withConnection(
            client ->
                held(client, self, shiftId)
                    .compose(
                        duty ->
                            onDuty
                                .successors(client, duty)
                                .map(all -> coming(all, to))
                                .map(next -> new Asked(duty, next, roomIds, note, history))))
        .compose(asked -> handAll(caller, asked));
  }

  private static Duty coming(List<Duty> successors, String personId) {
    return successors.stream()
        .filter(one -> one.holderId().equals(personId))
        .findFirst()
        .orElseThrow(() -> Refusal.field("toPersonId", "请选择接班的人：同一值班表上后面班次的人。"));
  }

  private Future<JsonObject> handAll(Caller caller, Asked asked) {
    List<JsonObject> items = new ArrayList<>();
    Future<Void> done = Future.succeededFuture();
    for (String roomId : Set.copyOf(asked.roomIds())) {
      done =
          done.compose(before -> handOne(caller, roomId, asked))
              .map(
                  item -> {
                    items.add(item);
                    return null;
                  });
    }
    return done.map(
        all -> {
          asking.send();
          long handed = items.stream().filter(one -> one.getBoolean("done")).count();
          return new JsonObject().put("items", new JsonArray(items)).put("done", handed);
        });
  }

  private Future<JsonObject> handOne(Caller caller, String roomId, Asked asked) {
    JsonObject item = new JsonObject().put("roomId", roomId);
    return changes
        .change(caller, roomId, scene -> hand(scene, asked))
        .recover(
            Constraints.refusing(
                "shift_hand_overs_once", () -> Refusal.conflict("wrong-state", "这间调解室已经交给他了。")))
        .compose(member -> withHistory(caller, roomId, member, asked))
        .map(member -> item.put("done", true))
        .recover(
            failure ->
                failure instanceof Refusal refusal
                    ? Future.succeededFuture(
                        item.put("done", false)
                            .put("code", refusal.code())
                            .put("detail", refusal.detail()))
                    : Future.failedFuture(failure));
  }

  private Future<Member> hand(Scene scene, Asked asked) {
    MemberRole role = role(asked.going()).orElseThrow(Refusal::notFound);
    scene.only(role);
    scene.mustNotHaveEnded();
    String to = asked.coming().holderId();
    return recusals
        .of(scene.client(), scene.room().disputeId(), List.of(to))
        .compose(
            recused ->
                recused.isEmpty()
                    ? people.get(scene.client(), to)
                    : Future.failedFuture(
                        Refusal.conflict("recused", STAFF_TEXTS.get("must-stay-away"))))
        .compose(person -> seat(scene, person, role, asked));
  }

  private Future<Member> seat(Scene scene, Person person, MemberRole role, Asked asked) {
    String from = scene.actor().name();
    scene.tellStaff("shift-handed-over", from, person.name());
    scene.fact(
        "shift-handed-over",
        new JsonObject().put("shiftId", asked.going().shiftId()).put("toId", person.id()));
    return members
        .add(scene, person, role)
        .compose(
            member ->
                store
                    .insert(
                        scene.client(),
                        new ShiftHandOverStore.HandOver(
                            Ids.fresh(),
                            asked.going().shiftId(),
                            scene.room().id(),
                            asked.going().holderId(),
                            person.id(),
                            asked.note()),
                        now())
                    .compose(
                        done -> asking.text(scene, Set.of(person.id()), "handed-over", from, page))
                    .map(member));
  }

  /** Once the seat stands, as a change of its own: told to each side that it concerns. */
  private Future<Member> withHistory(Caller caller, String roomId, Member member, Asked asked) {
    if (!asked.history() || asked.going().kind() != ShiftKind.MEDIATOR) {
      return Future.succeededFuture(member);
    }
    Form why = Form.of(JsonObject.of("reason", STAFF_TEXTS.get("shift-change")));
    return members.handOver(caller, roomId, member.id(), why).map(member);
  }

  /** What was handed over to the caller or by him in the last week. */
  public Future<List<JsonObject>> list(Caller caller) {
    String self = caller.staff().principalId();
    return database.withConnection(
        client -> store.ofPerson(client, self, clock.instant().minus(LOOKED_BACK)));
  }

  /** The one who comes says that he has it; both see when. */
  public Future<Void> receive(Caller caller, String id) {
    String self = caller.staff().principalId();
    return database
        .withConnection(client -> store.roomOf(client, id, self))
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(roomId -> changes.change(caller, roomId, scene -> receive(scene, id)));
  }

  private Future<Void> receive(Scene scene, String id) {
    return store
        .receive(scene.client(), id, now())
        .map(
            first -> {
              if (first) {
                scene.tellStaff("shift-received", scene.actor().name());
                scene.fact("shift-received", new JsonObject().put("handOverId", id));
              }
              return null;
            });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
