package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of member against every kind of lane, and what moves the answer. */
class LaneAccessTest {
  private static final Instant NOW = Instant.parse("2026-08-27T01:00:00Z");
  private static final long SPOKEN = 7;

  private RoomStatus status = RoomStatus.JOINT;
  private boolean jointOpened = true;
  private boolean identityNeeded;
  private final List<Member> members = new ArrayList<>();
  private final Set<RoomSnapshot.Consent> consents = new HashSet<>();
  private final Set<RoomSnapshot.Handover> handovers = new HashSet<>();
  private final Set<String> identified = new HashSet<>();
  private Set<Grant> standing = Set.of();

  /** r = reads from the start, s = reads and says from the start, n = from now on, - = nothing. */
  @ParameterizedTest
  @CsvSource({
    "PARTY,                  s, -, -, s, r",
    "LEGAL_GUARDIAN,         s, -, -, s, r",
    "AGENT,                  s, -, -, s, r",
    "REPRESENTATIVE_OF_MANY, s, -, -, s, r",
    "HELPER,                 s, -, -, s, r",
    "INTERPRETER,            s, -, -, s, r",
    "MEDIATOR,               ns, ns, ns, ns, ns",
    "NEUTRAL_LAWYER,         ns, ns, ns, ns, ns",
    "COMMUNITY_POLICE,       -, -, ns, ns, ns",
    "RECORDER,               -, -, -, n, n",
  })
  void everyKindOfMemberReadsItsLanes(
      MemberRole role, String a, String b, String staff, String joint, String notice) {
    members.add(member("m", role, role.isOfSide() ? "A" : null));
    assertEquals(a, answer("m", "A"));
    assertEquals(b, answer("m", "B"));
    assertEquals(staff, answer("m", "STAFF"));
    assertEquals(joint, answer("m", "JOINT"));
    assertEquals(notice, answer("m", "NOTICE"));
  }

  @ParameterizedTest
  @EnumSource(MemberRole.class)
  void anEndedMembershipReadsNothing(MemberRole role) {
    members.add(ended("m", role, role.isOfSide() ? "A" : null));
    assertTrue(LaneAccess.decide(snapshot()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(MemberRole.class)
  void afterTheEndHistoryStaysAndNothingIsSaid(MemberRole role) {
    members.add(member("m", role, role.isOfSide() ? "A" : null));
    Set<Grant> live = LaneAccess.decide(snapshot());
    status = RoomStatus.ENDED;
    Set<Grant> ended = LaneAccess.decide(snapshot());
    assertEquals(live.size(), ended.size());
    assertTrue(ended.stream().noneMatch(Grant::maySay));
  }

  @ParameterizedTest
  @EnumSource(
      value = RoomStatus.class,
      names = {"CREATED", "PAUSED", "LIVE_SEPARATED"})
  void outsideTheJointSessionThePrivateTalkGoesOn(RoomStatus now) {
    status = now;
    members.add(member("p", MemberRole.PARTY, "A"));
    members.add(member("m", MemberRole.MEDIATOR, null));
    assertEquals("s", answer("p", "A"));
    assertEquals("r", answer("p", "JOINT"));
    assertEquals("ns", answer("m", "A"));
    assertEquals("n", answer("m", "JOINT"));
  }

  @Test
  void theJointLaneDoesNotExistForASideBeforeItOpened() {
    status = RoomStatus.LIVE_SEPARATED;
    jointOpened = false;
    members.add(member("p", MemberRole.PARTY, "A"));
    assertEquals("-", answer("p", "JOINT"));
  }

  @Test
  void anOfficerReadsASideWhileEveryPartyOfItConsents() {
    members.add(member("p1", MemberRole.PARTY, "A"));
    members.add(member("p2", MemberRole.PARTY, "A"));
    members.add(member("q", MemberRole.PARTY, "B"));
    members.add(member("police", MemberRole.COMMUNITY_POLICE, null));
    consent("p1");
    consent("q");
    assertEquals("-", answer("police", "A"));
    assertEquals("ns", answer("police", "B"));
    consent("p2");
    assertEquals("ns", answer("police", "A"));
    consents.clear();
    assertEquals("-", answer("police", "A"));
    assertEquals("-", answer("police", "B"));
  }

  @Test
  void anOfficerWhoseConsentReturnsReadsFromThenOn() {
    members.add(member("p", MemberRole.PARTY, "A"));
    members.add(member("police", MemberRole.COMMUNITY_POLICE, null));
    consent("p");
    standing = Set.of(new Grant("police", lane("STAFF").id(), 2, true));
    assertEquals(SPOKEN, grant("police", "A").orElseThrow().fromSeq());
    assertEquals(2, grant("police", "STAFF").orElseThrow().fromSeq());
  }

  @Test
  void ahelperCannotConsentForTheParty() {
    members.add(member("h", MemberRole.HELPER, "A"));
    members.add(member("police", MemberRole.COMMUNITY_POLICE, null));
    consent("h");
    assertEquals("-", answer("police", "A"));
  }

  @Test
  void anAgentConsentsOnlyWhereThePartyHasNoSeat() {
    members.add(of("agent", MemberRole.AGENT, "A", "party-1", null));
    members.add(member("police", MemberRole.COMMUNITY_POLICE, null));
    consent("agent");
    assertEquals("ns", answer("police", "A"));
    members.add(of("p", MemberRole.PARTY, "A", "party-1", null));
    assertEquals("-", answer("police", "A"));
  }

  @Test
  void aHandoverOpensTheLaneFromItsStart() {
    members.add(member("m", MemberRole.MEDIATOR, null));
    standing = Set.of(new Grant("m", lane("A").id(), 5, true));
    assertEquals(5, grant("m", "A").orElseThrow().fromSeq());
    handovers.add(new RoomSnapshot.Handover("m", lane("A").id()));
    assertEquals(0, grant("m", "A").orElseThrow().fromSeq());
    assertEquals(SPOKEN, grant("m", "B").orElseThrow().fromSeq());
  }

  @Test
  void whereIdentityHasToBeCheckedALaneWaitsForIt() {
    identityNeeded = true;
    members.add(member("p", MemberRole.PARTY, "A"));
    assertEquals("-", answer("p", "A"));
    assertEquals("-", answer("p", "JOINT"));
    assertEquals("r", answer("p", "NOTICE"));
    identified.add("p");
    assertEquals("s", answer("p", "A"));
  }

  @Test
  void aFlagThatTheOtherSideRaisedShutsNobodyOutWhoWasThere() {
    members.add(member("p", MemberRole.PARTY, "A"));
    standing = LaneAccess.decide(snapshot());
    identityNeeded = true;
    assertEquals("s", answer("p", "A"));
    assertFalse(standing.isEmpty());
  }

  private void consent(String byMember) {
    consents.add(new RoomSnapshot.Consent(byMember, "police"));
  }

  private String answer(String memberId, String laneName) {
    return grant(memberId, laneName).map(LaneAccessTest::shorten).orElse("-");
  }

  private static String shorten(Grant grant) {
    String from = grant.fromSeq() == 0 ? "" : "n";
    return grant.maySay() ? from + "s" : from.isEmpty() ? "r" : from;
  }

  private Optional<Grant> grant(String memberId, String laneName) {
    String laneId = lane(laneName).id();
    return LaneAccess.decide(snapshot()).stream()
        .filter(grant -> grant.memberId().equals(memberId) && grant.laneId().equals(laneId))
        .findAny();
  }

  private RoomSnapshot snapshot() {
    Room room =
        new Room("r", "1", "d", "o", "PEOPLES_MEDIATION", status, "m", null, opened(), false, 0);
    List<Lane> lanes = List.of(lane("A"), lane("B"), lane("STAFF"), lane("JOINT"), lane("NOTICE"));
    return new RoomSnapshot(
        room, lanes, members, consents, handovers, identityNeeded, identified, standing);
  }

  private Instant opened() {
    return jointOpened ? NOW : null;
  }

  private static Lane lane(String name) {
    return name.length() == 1
        ? new Lane("lane-" + name, "r", LaneKind.SIDE, name, SPOKEN, 0)
        : new Lane("lane-" + name, "r", LaneKind.valueOf(name), null, SPOKEN, 0);
  }

  private static Member member(String id, MemberRole role, String side) {
    return of(id, role, side, side == null ? null : "party-of-" + id, null);
  }

  private static Member ended(String id, MemberRole role, String side) {
    return of(id, role, side, side == null ? null : "party-of-" + id, NOW);
  }

  private static Member of(String id, MemberRole role, String side, String party, Instant ended) {
    return new Member(id, "r", "principal-" + id, role, side, party, null, "甲", ended);
  }
}
