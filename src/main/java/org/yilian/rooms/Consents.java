package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Texts;

/**
 * What each party consents to: said by itself, never implied, and taken back whenever it likes
 * (人民调解法第二十三条).
 */
public final class Consents {
  private static final Texts STAFF_TEXTS = Texts.of("staff");
  private static final int MOST_ITEMS = 50;

  private final ProcedureStore store = new ProcedureStore();
  private final RoomChanges changes;
  private final ProcedureReader procedures;
  private final RoomEndings endings;
  private final JointSessions joint;
  private final RoomMoves moves;
  private final Clock clock;

  public Consents(
      RoomChanges changes,
      ProcedureReader procedures,
      RoomEndings endings,
      JointSessions joint,
      RoomMoves moves,
      Clock clock) {
    this.changes = changes;
    this.procedures = procedures;
    this.endings = endings;
    this.joint = joint;
    this.moves = moves;
    this.clock = clock;
  }

  private record Item(ConsentKind kind, String memberId, Boolean given) {}

  /** A party says what it consents to and what it does not. */
  public Future<Void> say(Caller caller, String roomId, Form form) {
    List<Item> items = form.objects("items", MOST_ITEMS, Consents::item);
    if (items.isEmpty() && !form.has("items")) {
      form.fault("items", "请至少选择一项。");
    }
    form.check();
    return changes.change(caller, roomId, scene -> say(scene, items));
  }

  private static Item item(Form form) {
    ConsentKind kind = form.word("kind", ConsentKind.class);
    String memberId = form.optionalText("memberId", 64);
    Boolean given = form.flag("given");
    if (kind == ConsentKind.DATA_TO_COURT) {
      form.fault("kind", "这项同意在签署司法确认申请时一并作出。");
    }
    if (kind != null && kind.names() && memberId == null) {
      form.fault("memberId", "请写明是对哪一位的同意。");
    }
    return new Item(kind, kind != null && kind.names() ? memberId : null, given);
  }

  private Future<Void> say(Scene scene, List<Item> items) {
    scene.onlyDeciders();
    checkPeople(scene, items);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return procedures
        .read(scene.client(), scene.room().id())
        .compose(
            before -> {
              Future<Void> done = Future.succeededFuture();
              for (Item item : items) {
                done = done.compose(said -> put(scene, item, now));
              }
              return done.compose(said -> effects(scene, before, items));
            });
  }

  private static void checkPeople(Scene scene, List<Item> items) {
    Form faults = Form.of(new JsonObject());
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      boolean known = item.memberId() == null || mayName(scene, item);
      if (!known) {
        faults.fault("items[" + i + "].memberId", "调解室里没有这一位可供同意的人。");
      }
    }
    faults.check();
  }

  /** A lawyer is consented to as a lawyer; others of the staff, and helpers of one's own side. */
  private static boolean mayName(Scene scene, Item item) {
    return scene.members().stream()
        .filter(m -> m.active() && m.id().equals(item.memberId()))
        .anyMatch(
            m ->
                item.kind() == ConsentKind.LAWYER_PRESENT
                    ? m.role() == MemberRole.NEUTRAL_LAWYER
                    : m.isStaff() || scene.actor().side().equals(m.side()));
  }

  private Future<Void> put(Scene scene, Item item, Instant now) {
    Member actor = scene.actor();
    Consent consent = new Consent(actor.id(), item.kind(), item.memberId(), item.given(), now);
    JsonObject data = new JsonObject().put("kind", item.kind().name()).put("given", item.given());
    if (item.memberId() != null) {
      data.put("memberId", item.memberId());
    }
    if (item.kind() == ConsentKind.ONLINE_MEDIATION) {
      data.put("host", scene.room().hostOrganisationId()).put("mediators", mediators(scene));
    }
    scene.factOfSide(actor.side(), "consent", data);
    scene.concerns(actor.side());
    scene.tellStaff(
        item.given() ? "consent-given" : "consent-refused", actor.name(), words(scene, item));
    return store.put(scene.client(), consent);
  }

  /** Whom the text that was consented to named. */
  private static JsonArray mediators(Scene scene) {
    return new JsonArray(scene.active(MemberRole.MEDIATOR).stream().map(Member::id).toList());
  }

  private static String words(Scene scene, Item item) {
    String kind = STAFF_TEXTS.get("consent." + item.kind());
    return item.memberId() == null ? kind : kind + "：" + scene.member(item.memberId()).name();
  }

  private Future<Void> effects(Scene scene, Procedure before, List<Item> items) {
    Set<ConsentKind> revoked = EnumSet.noneOf(ConsentKind.class);
    List<ConsentKind> given = new ArrayList<>();
    for (Item item : items) {
      if (item.given()) {
        given.add(item.kind());
      } else if (stood(scene, before, item)) {
        revoked.add(item.kind());
      }
    }
    if (revoked.contains(ConsentKind.ONLINE_MEDIATION)) {
      return endOnRefusal(scene);
    }
    if (revoked.contains(ConsentKind.LAWYER_PRESENT)) {
      return pauseForLawyer(scene);
    }
    if (revoked.contains(ConsentKind.JOINT_SESSION)) {
      return joint.stopIfOpen(scene);
    }
    return given.contains(ConsentKind.JOINT_SESSION)
        ? joint.startIfAllConsent(scene)
        : Future.succeededFuture();
  }

  /** Only what had been consented to can be revoked; a first no ends nothing. */
  private static boolean stood(Scene scene, Procedure before, Item item) {
    return before.consents().stream()
        .filter(c -> c.memberId().equals(scene.actor().id()) && c.kind() == item.kind())
        .filter(c -> java.util.Objects.equals(c.aboutMemberId(), item.memberId()))
        .anyMatch(Consent::given);
  }

  private Future<Void> endOnRefusal(Scene scene) {
    return scene.room().status() == RoomStatus.ENDED
        ? Future.succeededFuture()
        : endings.end(scene, EndCause.ONE_SIDE_REFUSES, null);
  }

  /** The other sides learn that the talks rest, and nothing of why. */
  private Future<Void> pauseForLawyer(Scene scene) {
    scene.tellSide(scene.actor().side(), "lawyer-refused");
    if (!scene.room().status().isLive()) {
      return Future.succeededFuture();
    }
    scene.tellEachSide("paused");
    scene.fact("room-paused", new JsonObject());
    return moves.move(scene.client(), scene.room().id(), RoomAction.PAUSE, null).mapEmpty();
  }
}
