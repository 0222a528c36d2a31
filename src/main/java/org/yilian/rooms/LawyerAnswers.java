package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.yilian.db.Database;
import org.yilian.disputes.Recusals;
import org.yilian.identity.Caller;
import org.yilian.identity.People;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.rosters.Duty;
import org.yilian.rosters.OnDuty;

/** What the lawyers say who were asked: the first who accepts has the seat, the others are told. */
public final class LawyerAnswers {
  private static final Texts STAFF_TEXTS = Texts.of("staff");
  private static final Duration LOOKED_BACK = Duration.ofDays(7);
  private static final int LONGEST_REASON = 200;

  private final LawyerCallStore store = new LawyerCallStore();
  private final RoomStore rooms = new RoomStore();
  private final Database database;
  private final RoomChanges changes;
  private final Members members;
  private final OnDuty onDuty;
  private final Recusals recusals;
  private final People people;
  private final LawyerAsking asking;
  private final Clock clock;

  public LawyerAnswers(LawyerCalls.Ground on) {
    database = on.database();
    changes = on.changes();
    members = on.members();
    onDuty = on.onDuty();
    recusals = on.recusals();
    people = on.people();
    asking = new LawyerAsking(on);
    clock = on.clock();
  }

  /** What the caller was asked in the last week, what waits for an answer first. */
  public Future<List<JsonObject>> list(Caller caller) {
    String self = caller.staff().principalId();
    return database.withConnection(
        client -> store.ofPerson(client, self, clock.instant().minus(LOOKED_BACK)));
  }

  /**
   * Takes the seat: {@code {roomId}}.
   *
   * @return fails with 409 {@code call-over}, {@code no-capacity} or {@code recused}, and with 404
   *     for whoever was not asked
   */
  public Future<JsonObject> accept(Caller caller, String callId) {
    String self = caller.staff().principalId();
    return answer(self, callId, call -> scene -> accept(scene, call, self))
        .map(roomId -> JsonObject.of("roomId", roomId));
  }

  /** Says no, with a reason or without: the next is asked at once. */
  public Future<Void> decline(Caller caller, String callId, Form form) {
    String self = caller.staff().principalId();
    String reason = form.optionalText("reason", LONGEST_REASON);
    form.check();
    return answer(self, callId, call -> scene -> decline(scene, call, self, reason)).mapEmpty();
  }

  /** Everything happens under the room's lock, then under the call's, in this order everywhere. */
  private Future<String> answer(
      String self, String callId, Function<LawyerCall, Function<Scene, Future<Void>>> act) {
    return database
        .withConnection(client -> store.offeredTo(client, callId, self))
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(
            seen ->
                changes
                    .run(
                        client -> scene(client, seen),
                        scene -> current(scene, seen).compose(call -> act.apply(call).apply(scene)))
                    .map(seen.roomId()))
        .onSuccess(done -> asking.send());
  }

  private Future<Scene> scene(SqlClient client, LawyerCall call) {
    return changes.scene(client, call.roomId(), held -> rooms.seat(held, call.askedBy()));
  }

  private Future<LawyerCall> current(Scene scene, LawyerCall seen) {
    return store
        .lock(scene.client(), seen.id())
        .map(
            found -> {
              LawyerCall call = found.orElseThrow(Refusal::notFound);
              call.mustBeOpen();
              scene.mustNotHaveEnded();
              return call;
            });
  }

  private Future<Void> accept(Scene scene, LawyerCall call, String self) {
    SqlClient client = scene.client();
    return store
        .offers(client, call.id())
        .compose(
            offers ->
                mayTake(scene, mine(offers, self), self)
                    .compose(free -> people.get(client, self))
                    .compose(person -> members.add(scene, person, MemberRole.NEUTRAL_LAWYER))
                    .compose(seat -> accepted(scene, call, self))
                    .compose(
                        done ->
                            asking.text(scene, LawyerAsking.waiting(offers, self), "sms.taken")));
  }

  private static LawyerCall.Offer mine(List<LawyerCall.Offer> offers, String self) {
    return offers.stream()
        .filter(one -> one.personId().equals(self) && one.waits())
        .findFirst()
        .orElseThrow(() -> Refusal.conflict("call-over", "您已经答复过了。"));
  }

  /** Whoever was asked for two rooms at once may have taken her last place meanwhile. */
  private Future<Void> mayTake(Scene scene, LawyerCall.Offer offer, String self) {
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
        .map(
            recused -> {
              if (!recused.isEmpty()) {
                throw Refusal.conflict("recused", STAFF_TEXTS.get("recused"));
              }
              return null;
            });
  }

  private Future<Void> accepted(Scene scene, LawyerCall call, String self) {
    JsonObject about = new JsonObject().put("callId", call.id()).put("personId", self);
    scene.fact("lawyer-accepted", about);
    return store
        .answer(scene.client(), call.id(), self, LawyerCall.Reply.ACCEPTED, null, asking.now())
        .compose(
            done ->
                store.end(
                    scene.client(), call.id(), LawyerCall.Status.ACCEPTED, self, asking.now()));
  }

  private Future<Void> decline(Scene scene, LawyerCall call, String self, String reason) {
    SqlClient client = scene.client();
    return store
        .offers(client, call.id())
        .map(offers -> mine(offers, self))
        .compose(
            offer -> {
              scene.tellStaff("lawyer-declined", offer.name());
              scene.fact(
                  "lawyer-declined",
                  new JsonObject().put("callId", call.id()).put("personId", self));
              return store.answer(
                  client, call.id(), self, LawyerCall.Reply.DECLINED, reason, asking.now());
            })
        .compose(done -> asking.next(scene, call))
        .compose(asked -> asked ? Future.succeededFuture() : endUnlessSomeoneWaits(scene, call));
  }

  private Future<Void> endUnlessSomeoneWaits(Scene scene, LawyerCall call) {
    return store
        .offers(scene.client(), call.id())
        .compose(
            offers -> {
              if (offers.stream().anyMatch(LawyerCall.Offer::waits)) {
                return Future.succeededFuture();
              }
              scene.tellStaff("lawyers-unanswered");
              return asking.close(scene, call, LawyerCall.Status.UNANSWERED);
            });
  }
}
