package org.yilian.rooms;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * What some of the staff are shown beside the rest: calls for help, who took a safety flag away,
 * and the officers' checklist.
 */
final class StaffExtras {
  private StaffExtras() {}

  static void add(JsonObject view, RoomFacts facts, Member self) {
    if (self.role().hearsAlarms()) {
      JsonArray help = new JsonArray();
      facts.helpCalls().forEach(call -> help.add(help(facts, call)));
      view.put("help", help);
    }
    if (self.role() == MemberRole.MEDIATOR) {
      JsonArray clearings = new JsonArray();
      facts.safetyClearings().forEach(one -> clearings.add(clearing(facts, one)));
      view.put("safetyClearings", clearings);
    }
    PoliceChecklist checklist = facts.procedure().checklist();
    if (facts.room().byPolice() && checklist != null && self.role() != MemberRole.RECORDER) {
      view.put("policeChecklist", checklist(checklist));
    }
  }

  private static JsonObject help(RoomFacts facts, HelpCall call) {
    JsonObject view = new JsonObject().put("memberId", call.memberId());
    member(facts, call.memberId())
        .ifPresent(member -> view.put("name", member.name()).put("side", member.side()));
    return view.put("at", call.at().toString());
  }

  private static JsonObject clearing(RoomFacts facts, SafetyClearing clearing) {
    JsonObject view = new JsonObject().put("memberId", clearing.byMemberId());
    member(facts, clearing.byMemberId()).ifPresent(member -> view.put("name", member.name()));
    return view.put("reason", clearing.reason()).put("at", clearing.at().toString());
  }

  /** Also one who has left. */
  private static Optional<Member> member(RoomFacts facts, String id) {
    return facts.procedure().members().stream().filter(m -> m.id().equals(id)).findFirst();
  }

  private static JsonObject checklist(PoliceChecklist checklist) {
    JsonObject view = new JsonObject();
    for (PoliceChecklist.Exclusion one : PoliceChecklist.Exclusion.values()) {
      view.put(one.field(), checklist.exclusions().contains(one));
    }
    view.put("suspects", new JsonArray(checklist.suspects().stream().sorted().toList()));
    if (checklist.note() != null) {
      view.put("note", checklist.note());
    }
    return view.put("answeredBy", checklist.answeredBy()).put("at", checklist.at().toString());
  }
}
