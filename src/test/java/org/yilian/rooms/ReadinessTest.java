package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yilian.calendar.Deadline;
import org.yilian.disputes.Capacity;
import org.yilian.disputes.CourtLevel;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.DisputeSource;
import org.yilian.disputes.DisputeStatus;
import org.yilian.disputes.DisputeType;
import org.yilian.disputes.Party;
import org.yilian.disputes.PartyKind;
import org.yilian.kernel.Refusal;

class ReadinessTest {
  private static final Instant EARLY = Instant.parse("2026-08-27T01:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 8, 27);
  private static final Instant LATE = EARLY.plusSeconds(60);

  private DisputeType type = DisputeType.NEIGHBOUR;
  private String track = "PEOPLES_MEDIATION";
  private PoliceChecklist checklist;
  private PoliceRounds rounds = PoliceRounds.NONE;
  private boolean flagged;
  private final List<Party> parties = new ArrayList<>(List.of(party("pa", "A"), party("pb", "B")));
  private final List<Member> members =
      new ArrayList<>(
          List.of(
              staff("m", MemberRole.MEDIATOR),
              staff("l", MemberRole.NEUTRAL_LAWYER),
              seat("a", MemberRole.PARTY, "A", "pa"),
              seat("b", MemberRole.PARTY, "B", "pb")));
  private final List<Consent> consents = new ArrayList<>();
  private final List<Disclosure> disclosures =
      new ArrayList<>(List.of(disclosed("m"), disclosed("l")));
  private final List<IdentityCheck> checks = new ArrayList<>();
  private final List<SafetyAnswer> answers = new ArrayList<>(List.of(answered("a"), answered("b")));
  private Set<String> present = Set.of("m", "l");

  ReadinessTest() {
    for (String party : List.of("a", "b")) {
      consents.add(new Consent(party, ConsentKind.ONLINE_MEDIATION, null, true, EARLY));
      consents.add(new Consent(party, ConsentKind.LAWYER_PRESENT, "l", true, EARLY));
    }
  }

  private static Party party(String id, String side) {
    return party(id, side, null, null);
  }

  private static Party party(String id, String side, LocalDate born, Capacity capacity) {
    return new Party(
        id,
        "d",
        0,
        side,
        PartyKind.PERSON,
        "甲" + side,
        null,
        null,
        null,
        null,
        born,
        capacity,
        null,
        null,
        null,
        null);
  }

  private static Member staff(String id, MemberRole role) {
    return new Member(id, "r", "person-" + id, role, null, null, null, id, null);
  }

  private static Member seat(String id, MemberRole role, String side, String partyId) {
    return new Member(id, "r", "guest-" + id, role, side, partyId, null, id, null);
  }

  private static Disclosure disclosed(String memberId) {
    return new Disclosure(memberId, Disclosure.Relation.NONE, null, LATE);
  }

  private static SafetyAnswer answered(String memberId) {
    return new SafetyAnswer(memberId, EARLY, true, true, true);
  }

  private List<Readiness.Missing> missing() {
    Dispute dispute =
        new Dispute(
            "d",
            1,
            "n",
            type,
            "cause",
            null,
            null,
            DisputeSource.INITIATIVE,
            DisputeStatus.REPORTED,
            "m",
            EARLY,
            null,
            CourtLevel.BASIC,
            null);
    Room room =
        new Room("r", "n", "d", "h", track, RoomStatus.CREATED, "m", null, null, flagged, 0);
    Procedure procedure =
        new Procedure(
            room,
            dispute,
            parties,
            members,
            consents,
            disclosures,
            checks,
            answers,
            checklist,
            rounds,
            TODAY);
    return Readiness.missing(procedure, present::contains);
  }

  private List<String> codes() {
    return missing().stream().map(Readiness.Missing::code).toList();
  }

  @Test
  void nothingIsMissingWhenAllIsThere() {
    assertEquals(List.of(), codes());
  }

  @Test
  void everythingIsToldAtOnceTheWeightiestFirst() {
    present = Set.of();
    disclosures.clear();
    type = DisputeType.MARRIAGE_FAMILY;
    consents.clear();
    answers.clear();
    assertEquals(
        List.of(
            "mediator-absent",
            "lawyer-absent",
            "disclosure-missing",
            "disclosure-missing",
            "identity-unverified",
            "identity-unverified",
            "consent-missing",
            "consent-missing",
            "consent-missing",
            "consent-missing",
            "safety-unanswered",
            "safety-unanswered"),
        codes());
    Refusal refusal = Readiness.refusal(missing());
    assertEquals("mediator-absent", refusal.code());
    assertEquals(12, refusal.fields().size());
  }

  @Test
  void eachPersonMakesThePresenceOfHisRole() {
    present = Set.of("m");
    assertEquals(List.of("lawyer-absent"), codes());
    present = Set.of("l", "a", "b");
    assertEquals(List.of("mediator-absent"), codes());
  }

  @Test
  void aConsentIsByNameAndOnlyWhileItStands() {
    members.add(staff("l2", MemberRole.NEUTRAL_LAWYER));
    disclosures.add(disclosed("l2"));
    assertEquals(List.of("consent-missing", "consent-missing"), codes());
    consents.add(new Consent("a", ConsentKind.LAWYER_PRESENT, "l2", true, LATE));
    consents.add(new Consent("b", ConsentKind.LAWYER_PRESENT, "l2", false, LATE));
    assertEquals(List.of("B"), missing().stream().map(Readiness.Missing::side).toList());
  }

  @Test
  void aRelationDisclosedLaterNeedsConsentAnew() {
    disclosures.set(1, new Disclosure("l", Disclosure.Relation.INTEREST, "同学", LATE));
    assertEquals(List.of("consent-missing", "consent-missing"), codes());
    for (String party : List.of("a", "b")) {
      consents.removeIf(c -> c.memberId().equals(party) && c.aboutMemberId() != null);
      consents.add(new Consent(party, ConsentKind.LAWYER_PRESENT, "l", true, LATE));
    }
    assertEquals(List.of(), codes());
    disclosures.set(0, new Disclosure("m", Disclosure.Relation.RELATIVE, "表亲", LATE));
    assertEquals(List.of("consent-missing", "consent-missing"), codes());
  }

  @Test
  void identityIsAskedInFamilyMattersAndUnderAFlag() {
    flagged = true;
    assertEquals(List.of("identity-unverified", "identity-unverified"), codes());
    checks.add(new IdentityCheck("a", IdentityCheck.Method.IN_PERSON, "m", EARLY));
    checks.add(new IdentityCheck("b", IdentityCheck.Method.IN_PERSON, "m", EARLY));
    assertEquals(List.of(), codes());
  }

  @Test
  void whoHasNotEnteredHasNotConsented() {
    parties.add(party("pc", "C"));
    assertEquals(List.of("consent-missing", "safety-unanswered"), codes());
    assertTrue(missing().get(0).reason().contains("还没有进入"));
  }

  @Test
  void whoLacksCapacityHasAGuardianWhoDecides() {
    for (Party ward :
        List.of(
            party("pa", "A", LocalDate.of(2010, 8, 28), null),
            party("pa", "A", LocalDate.of(2012, 1, 1), Capacity.FULL),
            party("pa", "A", null, Capacity.LIMITED),
            party("pa", "A", LocalDate.of(1960, 1, 1), Capacity.NONE))) {
      parties.set(0, ward);
      assertEquals("guardian-missing", codes().get(0), ward::toString);
      // What the ward says itself counts for nothing.
      assertTrue(codes().contains("consent-missing"), ward::toString);
    }
    members.add(seat("g", MemberRole.LEGAL_GUARDIAN, "A", "pa"));
    consents.add(new Consent("g", ConsentKind.ONLINE_MEDIATION, null, true, EARLY));
    consents.add(new Consent("g", ConsentKind.LAWYER_PRESENT, "l", true, EARLY));
    answers.add(answered("g"));
    assertEquals(List.of(), codes());
  }

  @Test
  void whoIsOfAgeOrLivesOnHisOwnWorkDecidesHimself() {
    parties.set(0, party("pa", "A", LocalDate.of(2008, 8, 27), null));
    assertEquals(List.of(), codes());
    parties.set(0, party("pa", "A", LocalDate.of(2010, 8, 27), Capacity.FULL));
    assertEquals(List.of(), codes());
  }

  @Test
  void thePoliceNeedTwoOfficersAndTheirChecklist() {
    track = "PUBLIC_SECURITY";
    assertEquals(List.of("officers-absent", "police-checklist-missing"), codes());
    members.add(staff("o1", MemberRole.COMMUNITY_POLICE));
    members.add(staff("o2", MemberRole.COMMUNITY_POLICE));
    checklist = checklist();
    present = Set.of("m", "l", "o1");
    assertEquals(List.of("officers-absent"), codes());
    present = Set.of("m", "l", "o1", "o2");
    assertEquals(List.of(), codes());
    for (PoliceChecklist.Exclusion exclusion : PoliceChecklist.Exclusion.values()) {
      checklist = checklist(exclusion);
      assertEquals(List.of("police-excluded"), codes());
      assertTrue(missing().get(0).reason().contains("第一百七十九条"));
    }
  }

  @Test
  void aSuspectComesHimself() {
    track = "PUBLIC_SECURITY";
    members.add(staff("o1", MemberRole.COMMUNITY_POLICE));
    members.add(staff("o2", MemberRole.COMMUNITY_POLICE));
    present = Set.of("m", "l", "o1", "o2");
    members.set(2, seat("a", MemberRole.AGENT, "A", "pa"));
    members.set(3, seat("b", MemberRole.AGENT, "B", "pb"));
    checklist = checklist();
    assertEquals(List.of("consent-missing", "safety-unanswered"), codes());
    assertEquals("B", missing().get(0).side());
  }

  @Test
  void theSecondMediationByThePoliceIsSoonAndTheLast() {
    thePoliceNeedTwoOfficersAndTheirChecklist();
    checklist = checklist();
    rounds = new PoliceRounds(1, new Deadline(TODAY, TODAY, false, "x"));
    assertEquals(List.of(), codes());
    LocalDate yesterday = TODAY.minusDays(1);
    rounds = new PoliceRounds(1, new Deadline(yesterday, yesterday, false, "x"));
    assertEquals(List.of("police-rounds-over"), codes());
    rounds = new PoliceRounds(2, new Deadline(TODAY, TODAY, false, "x"));
    assertEquals(List.of("police-rounds-over"), codes());
  }

  private static PoliceChecklist checklist(PoliceChecklist.Exclusion... exclusions) {
    return new PoliceChecklist(Set.of(exclusions), Set.of("pb"), null, "o1", EARLY);
  }

  @Test
  void aGuardianDecidesForAPartyWithoutASeatAndAHelperForNobody() {
    members.set(2, seat("a", MemberRole.HELPER, "A", "pa"));
    assertEquals(List.of("consent-missing", "safety-unanswered"), codes());
    members.set(2, seat("a", MemberRole.LEGAL_GUARDIAN, "A", "pa"));
    assertEquals(List.of(), codes());
    members.add(seat("a2", MemberRole.PARTY, "A", "pa"));
    assertEquals(List.of("consent-missing", "consent-missing", "safety-unanswered"), codes());
  }
}
