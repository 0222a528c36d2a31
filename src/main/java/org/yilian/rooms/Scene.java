package org.yilian.rooms;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yilian.audit.Scopes;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * One change of one room while it happens: the room as it was when it was locked, who acts, and
 * what is to be told once it is done. What concerns one side is told to that side and to staff, and
 * to nobody else.
 */
final class Scene {
  private static final Texts FOR_PARTY = Texts.of("party");
  private static final Texts FOR_STAFF = Texts.of("staff");

  private final SqlClient client;
  private final Room room;
  private final Member actor;
  private final List<Lane> lanes;
  private final List<Member> members;
  private final List<PendingPost> posts = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final Set<String> sidesConcerned = new LinkedHashSet<>();
  private Audience.Staff staffConcerned = Audience.Staff.ALL;

  /** What goes into the log. */
  record Fact(String scope, String kind, JsonObject data) {}

  Scene(SqlClient client, Room room, Member actor, List<Lane> lanes, List<Member> members) {
    this.client = client;
    this.room = room;
    this.actor = actor;
    this.lanes = List.copyOf(lanes);
    this.members = List.copyOf(members);
  }

  SqlClient client() {
    return client;
  }

  Room room() {
    return room;
  }

  Member actor() {
    return actor;
  }

  List<Member> members() {
    return members;
  }

  List<Lane> lanes() {
    return lanes;
  }

  /** What the lanes are told once the change stands. */
  List<PendingPost> posts() {
    return List.copyOf(posts);
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** Only these do it; for everyone else it does not exist. */
  void only(MemberRole... roles) {
    if (!Arrays.asList(roles).contains(actor.role())) {
      throw Refusal.notFound();
    }
  }

  /** Only parties and those who act for them. */
  void onlyDeciders() {
    if (!actor.role().isOfSide()) {
      throw Refusal.notFound();
    }
    if (!actor.role().decidesForParty()) {
      throw Refusal.conflict("authority-insufficient", FOR_PARTY.get("helper-decides-nothing"));
    }
  }

  void mustBeLive() {
    if (!room.status().isLive()) {
      throw Refusal.conflict("not-in-session", FOR_STAFF.get("not-in-session"));
    }
  }

  void mustNotHaveEnded() {
    if (room.status() == RoomStatus.ENDED) {
      throw Refusal.conflict("wrong-state", FOR_STAFF.get("room-ended"));
    }
  }

  /** The standing member of that id, or 404. */
  Member member(String memberId) {
    return members.stream()
        .filter(m -> m.active() && m.id().equals(memberId))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  List<Member> active(MemberRole role) {
    return members.stream().filter(m -> m.active() && m.role() == role).toList();
  }

  Lane lane(LaneKind kind) {
    return lanes.stream().filter(lane -> lane.kind() == kind).findFirst().orElseThrow();
  }

  Lane laneOf(String side) {
    return lanes.stream()
        .filter(lane -> lane.isOf(side))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  List<String> sides() {
    return lanes.stream().filter(l -> l.kind() == LaneKind.SIDE).map(Lane::side).toList();
  }

  /** Says something to one side, in its own lane. */
  void tellSide(String side, String code, Object... values) {
    String text = FOR_PARTY.get("told." + code, values);
    posts.add(PendingPost.system(laneOf(side).id(), code, text));
    concerns(side);
  }

  /** Says the same to each side, in its own lane: what staff did, never what another side did. */
  void tellEachSide(String code, Object... values) {
    sides().forEach(side -> tellSide(side, code, values));
  }

  /** Says something to the staff among themselves. */
  void tellStaff(String code, Object... values) {
    String text = FOR_STAFF.get("told." + code, values);
    posts.add(PendingPost.system(lane(LaneKind.STAFF).id(), code, text));
  }

  /** Puts a card into a lane, in the name of whoever acts; refused where he may say nothing. */
  void card(String laneId, JsonObject body) {
    posts.add(PendingPost.card(laneId, actor, body));
  }

  /** The page of this side shows something new. */
  void concerns(String side) {
    sidesConcerned.add(side);
  }

  void concernsEverySide() {
    sidesConcerned.addAll(sides());
  }

  /** The pages of mediators alone show something new. */
  void concernsMediatorsAlone() {
    staffConcerned = Audience.Staff.MEDIATORS;
  }

  /** The pages of those alone show something new whom an alarm reaches. */
  void concernsAlarmHearersAlone() {
    staffConcerned = Audience.Staff.ALARM_HEARERS;
  }

  /** Whose pages show something new. */
  Audience audience() {
    return new Audience(staffConcerned, sidesConcerned);
  }

  /** A fact of the room as a whole, in the log of its staff. */
  void fact(String kind, JsonObject data) {
    facts.add(new Fact(Scopes.room(room.id()), kind, data));
  }

  /** A fact about a party's safety, in a log that no lane's or room's reader has. */
  void factOfSafety(String kind, JsonObject data) {
    facts.add(new Fact(Scopes.safety(room.id()), kind, data));
  }

  /** A fact that one side took part in, in the log of its own lane. */
  void factOfSide(String side, String kind, JsonObject data) {
    facts.add(new Fact(Scopes.lane(laneOf(side).id()), kind, data));
  }
}
