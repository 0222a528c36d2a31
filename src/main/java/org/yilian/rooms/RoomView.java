package org.yilian.rooms;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Party;

/** What one member is shown of his room: the lanes and the people that he may know of. */
final class RoomView {
  private final RoomFacts facts;
  private final Procedure procedure;
  private final Member self;

  RoomView(RoomFacts facts, Member self) {
    this.facts = facts;
    this.procedure = facts.procedure();
    this.self = self;
  }

  JsonObject toJson() {
    JsonObject view = heading().put("lanes", lanes()).put("members", members());
    return self.isStaff() ? staffPart(view) : partyPart(view);
  }

  private JsonObject heading() {
    Room room = facts.room();
    Dispute dispute = procedure.dispute();
    JsonObject own = new JsonObject().put("memberId", self.id()).put("role", self.role().name());
    put(own, "side", self.side());
    return new JsonObject()
        .put("id", room.id())
        .put("number", room.number())
        .put("disputeId", room.disputeId())
        .put("disputeNumber", dispute.number())
        .put("type", dispute.type().name())
        .put("cause", dispute.cause())
        .put("status", room.status().name())
        .put("track", room.track())
        .put(
            "hostOrganisation",
            new JsonObject().put("id", facts.host().id()).put("name", facts.host().name()))
        .put("self", own);
  }

  private JsonArray lanes() {
    JsonArray lanes = new JsonArray();
    for (Lane lane : facts.lanes()) {
      if (mayKnow(lane)) {
        lanes.add(lane(lane));
      }
    }
    return lanes;
  }

  /** A side knows its own lane, the notices, and the joint lane once there is one to read. */
  private boolean mayKnow(Lane lane) {
    if (self.role() == MemberRole.RECORDER) {
      return facts.reads(self, lane);
    }
    return self.isStaff()
        || lane.isOf(self.side())
        || lane.kind() == LaneKind.NOTICE
        || lane.kind() == LaneKind.JOINT && facts.room().jointOpened();
  }

  private JsonObject lane(Lane lane) {
    JsonArray readers = new JsonArray();
    facts.active().stream()
        .filter(member -> facts.reads(member, lane) && mayKnow(member))
        .forEach(member -> readers.add(reader(member)));
    JsonObject view = new JsonObject().put("id", lane.id()).put("kind", lane.kind().name());
    put(view, "side", lane.side());
    return view.put("mayRead", facts.reads(self, lane))
        .put("maySay", facts.says(self, lane))
        .put("readers", readers);
  }

  private static JsonObject reader(Member member) {
    return new JsonObject()
        .put("memberId", member.id())
        .put("role", member.role().name())
        .put("name", member.name());
  }

  private boolean mayKnow(Member member) {
    return self.isStaff() || member.isStaff() || self.side().equals(member.side());
  }

  private JsonArray members() {
    JsonArray members = new JsonArray();
    facts.active().stream().filter(this::mayKnow).forEach(member -> members.add(member(member)));
    return members;
  }

  private JsonObject member(Member member) {
    JsonObject view =
        new JsonObject().put("memberId", member.id()).put("personId", member.principalId());
    if (self.isStaff()) {
      put(view, "partyId", member.partyId());
      put(view, "representativeId", member.representativeId());
    }
    view.put("role", member.role().name());
    put(view, "side", member.side());
    view.put("name", member.name());
    procedure.disclosure(member).ifPresent(d -> view.put("disclosure", disclosure(d)));
    return view;
  }

  private static JsonObject disclosure(Disclosure disclosure) {
    JsonObject view = new JsonObject().put("relation", disclosure.relation().name());
    put(view, "text", disclosure.text());
    return view;
  }

  private JsonObject partyPart(JsonObject view) {
    view.put("consents", consents(c -> c.memberId().equals(self.id()), false))
        .put("safetyAnswered", procedure.answeredSafety(self))
        .put("identityChecked", procedure.identified(self))
        .put("identityNeeded", procedure.dispute().type().family() && !procedure.identified(self))
        .put("joint", joint())
        .put("meetings", ownMeetings());
    facts.statusLines().stream()
        .filter(line -> line.side().equals(self.side()))
        .forEach(line -> view.put("statusLine", statusLine(line)));
    return view;
  }

  private JsonObject joint() {
    JsonObject joint =
        new JsonObject()
            .put("proposed", facts.room().jointProposedAt() != null)
            .put("opened", facts.room().jointOpened());
    procedure.consents().stream()
        .filter(c -> c.memberId().equals(self.id()) && c.kind() == ConsentKind.JOINT_SESSION)
        .forEach(c -> joint.put("myConsent", c.given()));
    return joint;
  }

  /** Numbered anew: a gap would tell of a meeting with another side. */
  private JsonArray ownMeetings() {
    JsonArray meetings = new JsonArray();
    for (Meeting meeting : facts.meetings()) {
      if (meeting.concerns(self.side())) {
        JsonObject view = meeting(meeting).put("n", meetings.size() + 1);
        put(view, "summary", meeting.summaryShared() ? meeting.summary() : null);
        meetings.add(view);
      }
    }
    return meetings;
  }

  private JsonObject staffPart(JsonObject view) {
    JsonArray meetings = new JsonArray();
    facts.meetings().forEach(meeting -> meetings.add(staffMeeting(meeting)));
    JsonArray lines = new JsonArray();
    facts.statusLines().forEach(l -> lines.add(statusLine(l).put("side", l.side())));
    JsonArray checks = new JsonArray();
    procedure.identityChecks().forEach(check -> checks.add(check(check)));
    view.put("parties", parties())
        .put("consents", consents(c -> true, true))
        .put("identityChecks", checks)
        .put("missingToOpen", missing())
        .put("joint", new JsonObject().put("proposed", facts.room().jointProposedAt() != null))
        .put("meetings", meetings)
        .put("statusLines", lines);
    StaffExtras.add(view, facts, self);
    return self.role() == MemberRole.MEDIATOR ? mediatorPart(view) : view;
  }

  private JsonObject mediatorPart(JsonObject view) {
    JsonArray answers = new JsonArray();
    procedure.safetyAnswers().forEach(answer -> answers.add(answer(answer)));
    return view.put("safety", answers).put("flagged", facts.room().flagged());
  }

  private JsonArray parties() {
    JsonArray parties = new JsonArray();
    for (Party party : procedure.parties()) {
      boolean invited =
          facts.invites().stream()
              .anyMatch(i -> i.partyId().equals(party.id()) && i.revokedAt() == null);
      parties.add(
          new JsonObject()
              .put("id", party.id())
              .put("side", party.side())
              .put("kind", party.kind().name())
              .put("name", party.knownAs())
              .put("invited", invited)
              .put("entered", !procedure.deciders(party).isEmpty()));
    }
    return parties;
  }

  /** Why a lawyer or an officer may not open is told without what only mediators may know. */
  private JsonArray missing() {
    boolean mayKnowFlag = self.role() == MemberRole.MEDIATOR || procedure.dispute().type().family();
    List<Readiness.Missing> all = Readiness.missing(procedure, facts.present()::contains);
    JsonArray missing = new JsonArray();
    all.stream()
        .filter(m -> mayKnowFlag || !m.code().equals("identity-unverified"))
        .forEach(m -> missing.add(missing(m)));
    return missing;
  }

  private static JsonObject missing(Readiness.Missing missing) {
    JsonObject view = new JsonObject().put("code", missing.code());
    put(view, "memberId", missing.memberId());
    put(view, "side", missing.side());
    return view.put("reason", missing.reason());
  }

  private JsonArray consents(Predicate<Consent> which, boolean withGiver) {
    JsonArray consents = new JsonArray();
    for (Consent consent : procedure.consents()) {
      if (which.test(consent)) {
        JsonObject view = new JsonObject().put("kind", consent.kind().name());
        put(view, "memberId", consent.aboutMemberId());
        put(view, "partyMemberId", withGiver ? consent.memberId() : null);
        consents.add(view.put("given", consent.given()).put("at", consent.at().toString()));
      }
    }
    return consents;
  }

  private static JsonObject meeting(Meeting meeting) {
    return new JsonObject()
        .put("startsAt", meeting.startsAt().toString())
        .put("mode", meeting.mode().name());
  }

  private static JsonObject staffMeeting(Meeting meeting) {
    JsonObject view = meeting(meeting).put("n", meeting.n());
    if (!meeting.sides().isEmpty()) {
      view.put("sides", new JsonArray(meeting.sides()));
    }
    put(view, "summary", meeting.summary());
    return view.put("summaryShared", meeting.summaryShared());
  }

  private static JsonObject statusLine(StatusLine line) {
    return new JsonObject().put("text", line.text()).put("at", line.at().toString());
  }

  private static JsonObject check(IdentityCheck check) {
    return new JsonObject()
        .put("memberId", check.memberId())
        .put("method", check.method().name())
        .put("at", check.at().toString());
  }

  private static JsonObject answer(SafetyAnswer answer) {
    return new JsonObject()
        .put("memberId", answer.memberId())
        .put("voluntary", answer.voluntary())
        .put("alone", answer.alone())
        .put("safe", answer.safe())
        .put("at", answer.at().toString());
  }

  private static void put(JsonObject view, String name, String value) {
    if (Objects.nonNull(value)) {
      view.put(name, value);
    }
  }
}
