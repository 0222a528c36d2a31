package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.yilian.db.Database;
import org.yilian.disputes.Recusals;
import org.yilian.identity.Caller;
import org.yilian.identity.People;
import org.yilian.identity.Person;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.rosters.Duty;
import org.yilian.rosters.OnDuty;
import org.yilian.rosters.ShiftKind;

/** What those say who were asked: the first who accepts has the seat, the others are told. */
public final class DutyAnswers {
  private static final Texts STAFF_TEXTS = Texts.of("staff");
  private static final Duration LOOKED_BACK = Duration.ofDays(7);
  private static final int LONGEST_REASON = 200;

  private final DutyCallStore store = new DutyCallStore();
  private final RoomStore rooms = new RoomStore();
  private final Database database;
  private final RoomChanges changes;
  private final Members members;
  private final OnDuty onDuty;
  private final Recusals recusals;
  private final People people;
  private final CalledInterpreters interpreters;
  private final DutyAsking asking;
  private final Clock clock;

  public DutyAnswers(DutyCalls.Ground on) {
    database = on.database();
    changes = on.changes();
    members = on.members();
    onDuty = on.onDuty();
    recusals = on.recusals();
    people = on.people();
    interpreters = new CalledInterpreters(on);
    asking = new DutyAsking(on);
    clock = on.clock();
  }

  /** What the caller was asked in the last week, what waits for an answer first. */
  public Future<List<JsonObject>> list(Caller caller) {
    String self = caller.staff().principalId();
    return database.withConnection(
        client -> store.ofPerson(client, self, clock.instant().minus(LOOKED_BACK)));
  }

  /**
   * Takes the seat: {@code {roomId}} for a lawyer. An interpreter, {@code {idType?, idNumber}},
   * gets the link of her seat by a text message, as everybody of a side does, and {@code {}}.
   *
   * @return fails with 409 {@code call-over}, {@code no-capacity} or {@code recused}, and with 404
   *     for whoever was not asked
   */
  public Future<JsonObject> accept(Caller caller, String callId, Form form) {
    String self = caller.staff().principalId();
    return answer(self, callId, call -> scene -> accept(scene, call, self, form))
        .map(
            call ->
                call.kind() == ShiftKind.LAWYER
                    ? JsonObject.of("roomId", call.roomId())
                    : new JsonObject());
  }

  /** Says no, with a reason or without: the next is asked at once. */
  public Future<Void> decline(Caller caller, String callId, Form form) {
    String self = caller.staff().principalId();
    String reason = form.optionalText("reason", LONGEST_REASON);
    form.check();
    return answer(self, callId, call -> scene -> decline(scene, call, self, reason)).mapEmpty();
  }

  /** Everything happens under the room's lock, then under the call's, in this order everywhere. */
  private Future<DutyCall> answer(
      String self, String callId, Function<DutyCall, Function<Scene, Future<Void>>> act) {
    return database
        .withConnection(client -> store.offeredTo(client, callId, self))
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(
            seen ->
                changes
                    .run(
                        client -> scene(client, seen),
                        scene -> current(scene, seen).compose(call -> act.apply(call).apply(scene)))
                    .map(seen))
        .onSuccess(done -> asking.send());
  }

  private Future<Scene> scene(SqlClient client, DutyCall call) {
    return changes.scene(client, call.roomId(), held -> rooms.seat(held, call.askedBy()));
  }

  private Future<DutyCall> current(Scene scene, DutyCall seen) {
    return store
        .lock(scene.client(), seen.id())
        .map(
            found -> {
              DutyCall call = found.orElseThrow(Refusal::notFound);
              call.mustBeOpen();
              scene.mustNotHaveEnded();
              return call;
            });
  }

  private Future<Void> accept(Scene scene, DutyCall call, String self, Form form) {
    SqlClient client = scene.client();
    return store
        .offers(client, call.id())
        .compose(
            offers ->
                mayTake(scene, call, mine(offers, self), self)
                    .compose(free -> people.get(client, self))
                    .compose(person -> seat(scene, call, person, form))
                    .compose(seat -> accepted(scene, call, self))
                    .compose(
                        done ->
                            asking.text(
                                scene, DutyAsking.waiting(offers, self), call.named(".taken"))));
  }

  private Future<Void> seat(Scene scene, DutyCall call, Person person, Form form) {
    return call.kind() == ShiftKind.LAWYER
        ? members.add(scene, person, MemberRole.NEUTRAL_LAWYER).mapEmpty()
        : interpreters.seat(scene, call.partyId(), person, form);
  }

  private static DutyCall.Offer mine(List<DutyCall.Offer> offers, String self) {
    return offers.stream()
        .filter(one -> one.personId().equals(self) && one.waits())
        .findFirst()
        .orElseThrow(() -> Refusal.conflict("call-over", "您已经答复过了。"));
  }

  /** Whoever was asked for two rooms at once may have taken her last place meanwhile. */
  private Future<Void> mayTake(Scene scene, DutyCall call, DutyCall.Offer offer, String self) {
    return onDuty
        .held(scene.client(), offer.shiftId())
        .compose(
            duty -> {
              if (duty.filter(Duty::free).isEmpty()) {
                return Future.failedFuture(
                    Refusal.conflict("no-capacity", STAFF_TEXTS.get("no-capacity")));
              }
              return recusals.of(scene.client(), scene.room().disputeId(), List.of(self));
            })
        .compose(recused -> asking.heard(scene, call.kind()).map(heard -> union(recused, heard)))
        .map(
            away -> {
              if (away.contains(self)) {
                throw Refusal.conflict("recused", STAFF_TEXTS.get("recused"));
              }
              return null;
            });
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private Future<Void> accepted(Scene scene, DutyCall call, String self) {
    JsonObject about = new JsonObject().put("callId", call.id()).put("personId", self);
    scene.fact(call.named("-accepted"), about);
    return store
        .answer(scene.client(), call.id(), self, DutyCall.Reply.ACCEPTED, null, asking.now())
        .compose(
            done ->
                store.end(scene.client(), call.id(), DutyCall.Status.ACCEPTED, self, asking.now()));
  }

  private Future<Void> decline(Scene scene, DutyCall call, String self, String reason) {
    SqlClient client = scene.client();
    return store
        .offers(client, call.id())
        .map(offers -> mine(offers, self))
        .compose(
            offer -> {
              scene.tellStaff(call.named("-declined"), offer.name());
              scene.fact(
                  call.named("-declined"),
                  new JsonObject().put("callId", call.id()).put("personId", self));
              return store.answer(
                  client, call.id(), self, DutyCall.Reply.DECLINED, reason, asking.now());
            })
        .compose(done -> asking.next(scene, call))
        .compose(asked -> asked ? Future.succeededFuture() : endUnlessSomeoneWaits(scene, call));
  }

  private Future<Void> endUnlessSomeoneWaits(Scene scene, DutyCall call) {
    return store
        .offers(scene.client(), call.id())
        .compose(
            offers -> {
              if (offers.stream().anyMatch(DutyCall.Offer::waits)) {
                return Future.succeededFuture();
              }
              scene.tellStaff(call.named("s-unanswered"));
              return asking.close(scene, call, DutyCall.Status.UNANSWERED);
            });
  }
}
