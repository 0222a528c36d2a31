package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.yilian.db.Constraints;
import org.yilian.db.Database;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Recusals;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisations;
import org.yilian.identity.People;
import org.yilian.identity.Sms;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.rosters.Duty;
import org.yilian.rosters.OnDuty;
import org.yilian.rosters.ShiftKind;

/**
 * The room asks for the lawyer on duty: a mediator or the community officer sees who is free, one
 * is asked after another, and the first who accepts takes the seat.
 */
public final class LawyerCalls {
  private static final int LONGEST_LANGUAGE = 20;

  private final LawyerCallStore store = new LawyerCallStore();
  private final RoomStore rooms = new RoomStore();
  private final Database database;
  private final RoomChanges changes;
  private final LawyerAsking asking;

  /** What asking is built upon. */
  public record Ground(
      Database database,
      RoomChanges changes,
      Members members,
      OnDuty onDuty,
      Recusals recusals,
      Ledger ledger,
      Organisations organisations,
      People people,
      Sms sms,
      URI publicUrl,
      Clock clock) {}

  public LawyerCalls(Ground on) {
    database = on.database();
    changes = on.changes();
    asking = new LawyerAsking(on);
  }

  /**
   * Who is on duty for this room now: {@code {kind?, language?}}, lawyers if nothing is said.
   * {@code {items, full, recused, call?}}; interpreters, who have no seat of their own, with the
   * number at which they are called.
   */
  public Future<JsonObject> onDuty(Caller caller, String roomId, JsonObject query) {
    Form form = Form.of(query);
    ShiftKind said = form.optionalWord("kind", ShiftKind.class);
    ShiftKind kind = said == null ? ShiftKind.LAWYER : said;
    String language = form.optionalText("language", LONGEST_LANGUAGE);
    form.check();
    return database.withConnection(
        client ->
            asker(client, caller, roomId)
                .compose(seat -> there(client, roomId, kind, language))
                .compose(
                    view ->
                        store
                            .lastOf(client, roomId)
                            .map(call -> view.put("call", call.orElse(null)))));
  }

  private Future<Member> asker(SqlClient client, Caller caller, String roomId) {
    return rooms
        .seatOf(client, caller, roomId)
        .map(
            seat -> {
              if (!seat.role().hearsAlarms()) {
                throw Refusal.notFound();
              }
              return seat;
            });
  }

  private Future<JsonObject> there(
      SqlClient client, String roomId, ShiftKind kind, String language) {
    Future<Room> room = rooms.room(client, roomId);
    Future<List<Member>> members = rooms.members(client, roomId);
    return Future.all(room, members)
        .compose(all -> asking.onDuty(client, room.result(), members.result(), kind, language))
        .map(found -> view(found, kind));
  }

  private static JsonObject view(OnDuty.Answer found, ShiftKind kind) {
    JsonArray items = new JsonArray();
    for (Duty one : found.free()) {
      JsonObject line = one.toJson();
      items.add(kind == ShiftKind.INTERPRETER ? line.put("phone", one.phone()) : line);
    }
    return new JsonObject()
        .put("items", items)
        .put("full", found.full())
        .put("recused", found.recused());
  }

  /**
   * Asks: {@code {personId?, language?}}, the freest where nobody is named.
   *
   * @return fails with 409 {@code nobody-on-duty}, or {@code already-called} while a call is open
   */
  public Future<JsonObject> ask(Caller caller, String roomId, Form form) {
    String personId = form.optionalText("personId", 64);
    String language = form.optionalText("language", LONGEST_LANGUAGE);
    form.check();
    return changes
        .change(caller, roomId, scene -> ask(scene, personId, language))
        .recover(Constraints.refusing("lawyer_calls_one_open", LawyerCalls::called))
        .onSuccess(done -> asking.send())
        .compose(done -> onDuty(caller, roomId, new JsonObject()));
  }

  private static Refusal called() {
    return Refusal.conflict("already-called", "已经在请律师了，请等答复，或者先撤回再请。");
  }

  private Future<Void> ask(Scene scene, String personId, String language) {
    scene.only(MemberRole.MEDIATOR, MemberRole.COMMUNITY_POLICE);
    scene.mustNotHaveEnded();
    return asking
        .onDuty(scene.client(), scene.room(), scene.members(), ShiftKind.LAWYER, language)
        .map(found -> chosen(found, personId))
        .compose(
            chosen -> {
              LawyerCall call =
                  new LawyerCall(
                      Ids.fresh(),
                      scene.room().id(),
                      scene.actor().id(),
                      language,
                      LawyerCall.Status.OPEN,
                      asking.now(),
                      asking.now());
              return store
                  .insert(scene.client(), call)
                  .compose(done -> asking.ask(scene, call, chosen));
            });
  }

  private static Duty chosen(OnDuty.Answer found, String personId) {
    if (found.free().isEmpty()) {
      throw Refusal.conflict("nobody-on-duty", LawyerAsking.nobody(found));
    }
    return personId == null
        ? found.free().get(0)
        : LawyerAsking.named(found, personId)
            .orElseThrow(() -> Refusal.conflict("nobody-on-duty", "这位律师现在不能接，请另选一位。"));
  }

  /** Takes the open call back. */
  public Future<Void> withdraw(Caller caller, String roomId, String callId) {
    return changes
        .change(caller, roomId, scene -> withdraw(scene, callId))
        .onSuccess(done -> asking.send());
  }

  private Future<Void> withdraw(Scene scene, String callId) {
    scene.only(MemberRole.MEDIATOR, MemberRole.COMMUNITY_POLICE);
    return store
        .openOf(scene.client(), scene.room().id())
        .map(found -> found.filter(call -> call.id().equals(callId)))
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(
            call -> {
              scene.tellStaff("lawyer-call-withdrawn", scene.actor().name());
              return asking.close(scene, call, LawyerCall.Status.WITHDRAWN);
            });
  }
}
