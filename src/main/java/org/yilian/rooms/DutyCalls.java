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
import org.yilian.disputes.Representatives;
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
 * The room asks for a lawyer on duty, or for an interpreter on the side of one party: a mediator or
 * the community officer sees who is free, one is asked after another, and the first who accepts
 * takes the seat.
 */
public final class DutyCalls {
  private static final int LONGEST_LANGUAGE = 20;

  private final DutyCallStore store = new DutyCallStore();
  private final RoomStore rooms = new RoomStore();
  private final Database database;
  private final RoomChanges changes;
  private final CalledInterpreters interpreters;
  private final DutyAsking asking;

  /** What asking is built upon. */
  public record Ground(
      Database database,
      RoomChanges changes,
      Members members,
      OnDuty onDuty,
      Recusals recusals,
      Ledger ledger,
      Representatives representatives,
      Invites invites,
      Organisations organisations,
      People people,
      Sms sms,
      URI publicUrl,
      Clock clock) {}

  public DutyCalls(Ground on) {
    database = on.database();
    changes = on.changes();
    interpreters = new CalledInterpreters(on);
    asking = new DutyAsking(on);
  }

  /**
   * Who is on duty for this room now: {@code {kind?, language?}}, lawyers if nothing is said.
   * {@code {items, full, recused, call?}}; interpreters with the number at which they are called.
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
                            .lastOf(client, roomId, kind)
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

  /** Who is asked for. Of the last three each may be null, of a lawyer the party is. */
  private record Asked(ShiftKind kind, String partyId, String personId, String language) {
    static Asked read(Form form) {
      ShiftKind said = form.optionalWord("kind", ShiftKind.class);
      ShiftKind kind = said == null ? ShiftKind.LAWYER : said;
      Asked asked =
          new Asked(
              kind,
              form.optionalText("partyId", 64),
              form.optionalText("personId", 64),
              form.optionalText("language", LONGEST_LANGUAGE));
      boolean interpreter = kind == ShiftKind.INTERPRETER;
      if (kind == ShiftKind.MEDIATOR) {
        form.fault("kind", "可以请值班律师（LAWYER）或翻译（INTERPRETER）。");
      }
      if (interpreter != (asked.partyId() != null)) {
        form.fault("partyId", "请翻译时写明为哪一位当事人，请律师时不写。");
      }
      if (interpreter && asked.language() == null) {
        form.fault("language", "请写明要翻译哪种语言、方言或手语。");
      }
      form.check();
      return asked;
    }
  }

  /**
   * Asks: {@code {kind?, partyId?, personId?, language?}}, a lawyer where no kind is named and the
   * freest where nobody is; an interpreter is for one party and one language.
   *
   * @return fails with 409 {@code nobody-on-duty}, or {@code already-called} while such a call is
   *     open
   */
  public Future<JsonObject> ask(Caller caller, String roomId, Form form) {
    Asked asked = Asked.read(form);
    return changes
        .change(caller, roomId, scene -> ask(scene, asked))
        .recover(Constraints.refusing("duty_calls_one_open", DutyCalls::called))
        .onSuccess(done -> asking.send())
        .compose(done -> onDuty(caller, roomId, new JsonObject().put("kind", asked.kind().name())));
  }

  private static Refusal called() {
    return Refusal.conflict("already-called", "已经在请了，请等答复，或者先撤回再请。");
  }

  private Future<Void> ask(Scene scene, Asked asked) {
    scene.only(MemberRole.MEDIATOR, MemberRole.COMMUNITY_POLICE);
    scene.mustNotHaveEnded();
    return concerned(scene, asked)
        .compose(
            done ->
                asking.onDuty(
                    scene.client(), scene.room(), scene.members(), asked.kind(), asked.language()))
        .map(found -> chosen(found, asked))
        .compose(chosen -> begin(scene, asked, chosen));
  }

  private Future<Void> concerned(Scene scene, Asked asked) {
    return asked.partyId() == null
        ? Future.succeededFuture()
        : interpreters.party(scene.client(), scene.room(), asked.partyId()).mapEmpty();
  }

  private Future<Void> begin(Scene scene, Asked asked, Duty chosen) {
    DutyCall call =
        new DutyCall(
            Ids.fresh(),
            scene.room().id(),
            scene.actor().id(),
            asked.kind(),
            asked.partyId(),
            asked.language(),
            DutyCall.Status.OPEN,
            asking.now(),
            asking.now());
    return store.insert(scene.client(), call).compose(done -> asking.ask(scene, call, chosen));
  }

  private static Duty chosen(OnDuty.Answer found, Asked asked) {
    if (found.free().isEmpty()) {
      throw Refusal.conflict("nobody-on-duty", DutyAsking.nobody(found, asked.kind()));
    }
    return asked.personId() == null
        ? found.free().get(0)
        : DutyAsking.named(found, asked.personId())
            .orElseThrow(() -> Refusal.conflict("nobody-on-duty", "这位现在不能接，请另选一位。"));
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
        .lock(scene.client(), callId)
        .map(found -> found.filter(call -> call.open() && scene.room().id().equals(call.roomId())))
        .map(found -> found.orElseThrow(Refusal::notFound))
        .compose(
            call -> {
              scene.tellStaff(call.named("-call-withdrawn"), scene.actor().name());
              return asking.close(scene, call, DutyCall.Status.WITHDRAWN);
            });
  }
}
