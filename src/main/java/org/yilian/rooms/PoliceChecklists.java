package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Party;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * The questions that an officer answers before the police mediate: whether something rules it out
 * (程序规定 179), and who the suspects are, who may not delegate (181). Nothing is answered by itself.
 */
public final class PoliceChecklists {
  private static final Texts TEXTS = Texts.of("staff");
  private static final int MAX_NOTE = 500;
  private static final int MOST_PARTIES = 60;

  private final PoliceStore store = new PoliceStore();
  private final RoomChanges changes;
  private final RoomMoves moves;
  private final Ledger ledger;
  private final Clock clock;

  public PoliceChecklists(RoomChanges changes, RoomMoves moves, Ledger ledger, Clock clock) {
    this.changes = changes;
    this.moves = moves;
    this.ledger = ledger;
    this.clock = clock;
  }

  private record Said(
      Set<PoliceChecklist.Exclusion> exclusions, List<String> suspects, String note) {
    static Said read(Form form) {
      Set<PoliceChecklist.Exclusion> applying = EnumSet.noneOf(PoliceChecklist.Exclusion.class);
      for (PoliceChecklist.Exclusion one : PoliceChecklist.Exclusion.values()) {
        if (Boolean.TRUE.equals(form.flag(one.field()))) {
          applying.add(one);
        }
      }
      List<String> suspects = form.texts("suspects", MOST_PARTIES, 64);
      if (suspects.isEmpty()) {
        form.fault("suspects", TEXTS.get("police.suspects"));
      }
      String note = form.optionalText("note", MAX_NOTE);
      form.check();
      return new Said(applying, suspects, note);
    }
  }

  /** Answers, or answers anew; an exclusion that comes up during the talks pauses them. */
  public Future<Void> answer(Caller caller, String roomId, Form form) {
    Said said = Said.read(form);
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.COMMUNITY_POLICE);
          scene.mustNotHaveEnded();
          if (!scene.room().byPolice()) {
            throw Refusal.conflict("wrong-track", TEXTS.get("police.wrong-track"));
          }
          return ledger
              .parties(scene.client(), scene.room().disputeId())
              .map(parties -> checked(scene, said, parties))
              .compose(checklist -> keep(scene, checklist));
        });
  }

  private PoliceChecklist checked(Scene scene, Said said, List<Party> parties) {
    Set<String> known = parties.stream().map(Party::id).collect(Collectors.toSet());
    if (!known.containsAll(said.suspects())) {
      throw Refusal.field("suspects", TEXTS.get("police.suspects"));
    }
    return new PoliceChecklist(
        said.exclusions(),
        Set.copyOf(said.suspects()),
        said.note(),
        scene.actor().id(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private Future<Void> keep(Scene scene, PoliceChecklist checklist) {
    JsonArray exclusions = new JsonArray();
    checklist.applying().forEach(one -> exclusions.add(one.name()));
    scene.fact("police-checklist", JsonObject.of("exclusions", exclusions));
    return store
        .put(scene.client(), scene.room().id(), checklist)
        .compose(kept -> pauseIfExcluded(scene, checklist));
  }

  private Future<Void> pauseIfExcluded(Scene scene, PoliceChecklist checklist) {
    if (checklist.exclusions().isEmpty() || !scene.room().status().isLive()) {
      return Future.succeededFuture();
    }
    scene.tellEachSide("paused");
    scene.tellStaff("paused", scene.actor().name(), PoliceReadiness.excluded(checklist));
    scene.fact("room-paused", new JsonObject());
    return moves.move(scene.client(), scene.room().id(), RoomAction.PAUSE, null).mapEmpty();
  }
}
