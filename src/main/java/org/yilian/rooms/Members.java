package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.identity.Caller;
import org.yilian.identity.People;
import org.yilian.identity.Person;
import org.yilian.identity.Role;
import org.yilian.identity.Sessions;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Staff who come and go, and what they say of their own relations to the parties. */
public final class Members {
  private static final Texts STAFF_TEXTS = Texts.of("staff");

  /** What a person has to be engaged as to take a seat. */
  private static final Map<MemberRole, Set<Role>> ENGAGED_AS =
      Map.of(
          MemberRole.MEDIATOR, Set.of(Role.MEDIATOR, Role.INVITED_MEDIATOR),
          MemberRole.NEUTRAL_LAWYER, Set.of(Role.NEUTRAL_LAWYER),
          MemberRole.COMMUNITY_POLICE, Set.of(Role.COMMUNITY_POLICE),
          MemberRole.RECORDER, Set.of(Role.RECORDER));

  private final RoomRowStore rows = new RoomRowStore();
  private final ProcedureStore procedures = new ProcedureStore();
  private final InviteStore invites = new InviteStore();
  private final GrantStore grants = new GrantStore();
  private final RoomChanges changes;
  private final RoomMoves moves;
  private final People people;
  private final Sessions sessions;
  private final Clock clock;

  public Members(
      RoomChanges changes, RoomMoves moves, People people, Sessions sessions, Clock clock) {
    this.changes = changes;
    this.moves = moves;
    this.people = people;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Adds a member of staff, who must be engaged as what he comes as; told to every side. */
  public Future<Member> add(Caller caller, String roomId, Form form) {
    String personId = form.text("personId", 64);
    MemberRole role = form.word("role", MemberRole.class);
    if (role != null && !role.isStaff()) {
      form.fault("role", "当事人一方请用邀请加入。");
    }
    form.check();
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.MEDIATOR, MemberRole.COMMUNITY_POLICE);
          scene.mustNotHaveEnded();
          return person(scene.client(), personId, role).compose(person -> add(scene, person, role));
        });
  }

  private Future<Person> person(SqlClient client, String personId, MemberRole role) {
    return people
        .find(client, personId)
        .map(found -> found.orElseThrow(() -> Refusal.field("personId", "没有这位工作人员。")))
        .map(
            person -> {
              if (person.roles().stream().noneMatch(ENGAGED_AS.get(role)::contains)) {
                throw Refusal.field("role", "这位工作人员没有这一身份，不能以此加入。");
              }
              return person;
            });
  }

  /** Seats somebody within a change that is under way; whether he may come is decided by then. */
  Future<Member> add(Scene scene, Person person, MemberRole role) {
    Optional<Member> seated =
        scene.members().stream()
            .filter(m -> m.active() && m.principalId().equals(person.id()))
            .findFirst();
    if (seated.isPresent()) {
      return seated.get().role() == role
          ? Future.succeededFuture(seated.get())
          : Future.failedFuture(Refusal.conflict("already-member", "这位工作人员已经以另一身份在调解室里。"));
    }
    String roomId = scene.room().id();
    Member member =
        new Member(Ids.brief(), roomId, person.id(), role, null, null, null, person.name(), null);
    tellOnceOpened(scene, "staff-joined", word(role), person.name());
    scene.tellStaff("staff-joined", word(role), person.name());
    scene.fact("member-added", about(member));
    return rows.insert(scene.client(), member, clock.instant()).map(member);
  }

  /** Before the room opens, its page lists whoever is there; afterwards a change is told. */
  private static void tellOnceOpened(Scene scene, String code, String role, String name) {
    scene.concernsEverySide();
    if (scene.room().status() != RoomStatus.CREATED) {
      scene.tellEachSide(code, role, name);
    }
  }

  /** Ends a membership: a mediator anybody's, everybody his own. What it read, it reads no more. */
  public Future<Void> remove(Caller caller, String roomId, String memberId) {
    return changes.change(
        caller,
        roomId,
        scene -> {
          Member member = scene.member(memberId);
          boolean own = member.id().equals(scene.actor().id());
          if (!own || !member.isStaff()) {
            scene.only(MemberRole.MEDIATOR);
          }
          return remove(scene, member);
        });
  }

  private Future<Void> remove(Scene scene, Member member) {
    boolean lastMediator =
        member.role() == MemberRole.MEDIATOR && scene.active(MemberRole.MEDIATOR).size() == 1;
    if (lastMediator && scene.room().status() != RoomStatus.ENDED) {
      throw Refusal.conflict("last-mediator", STAFF_TEXTS.get("last-mediator"));
    }
    if (member.isStaff()) {
      tellOnceOpened(scene, "staff-left", word(member.role()), member.name());
    } else {
      scene.tellSide(member.side(), "member-left", member.name());
    }
    scene.tellStaff("member-left", word(member.role()), member.name());
    scene.fact("member-removed", about(member));
    return rows.endMember(scene.client(), member.id(), clock.instant())
        .compose(
            done -> invites.revokeOf(scene.client(), scene.room().id(), member, clock.instant()))
        .compose(
            done -> sessions.endGuests(scene.client(), member.principalId(), scene.room().id()))
        .compose(done -> pauseWithout(scene, member));
  }

  /** Without its last lawyer, or before the police its second officer, a room is not in session. */
  private Future<Void> pauseWithout(Scene scene, Member gone) {
    List<Member> left = scene.members().stream().filter(m -> !m.id().equals(gone.id())).toList();
    boolean wanting = Quorum.wanting(scene.room(), left, id -> true).isPresent();
    if (!wanting || !scene.room().status().isLive()) {
      return Future.succeededFuture();
    }
    scene.tellEachSide("paused");
    scene.fact("room-paused", new JsonObject());
    return moves.move(scene.client(), scene.room().id(), RoomAction.PAUSE, null).mapEmpty();
  }

  /** A mediator or lawyer says how he stands to the parties (在线调解规则第十三条). */
  public Future<Void> disclose(Caller caller, String roomId, String memberId, Form form) {
    Disclosure.Relation relation = form.word("relation", Disclosure.Relation.class);
    String text = form.optionalText("text", 500);
    if (relation != null && relation != Disclosure.Relation.NONE && text == null) {
      form.fault("text", "请说明是什么关系，各方当事人会看到。");
    }
    form.check();
    return changes.change(
        caller,
        roomId,
        scene -> {
          if (!scene.actor().id().equals(memberId) || !scene.actor().isStaff()) {
            throw Refusal.notFound();
          }
          return disclose(scene, relation, text);
        });
  }

  private Future<Void> disclose(Scene scene, Disclosure.Relation relation, String text) {
    Member self = scene.actor();
    if (relation != Disclosure.Relation.NONE) {
      scene.tellEachSide("relation-disclosed", word(self.role()), self.name(), text);
    }
    scene.concernsEverySide();
    scene.fact("disclosed", about(self).put("relation", relation.name()));
    Disclosure disclosure =
        new Disclosure(self.id(), relation, text, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return procedures.put(scene.client(), scene.room().id(), disclosure);
  }

  /** Lets staff who joined later read from the start: logged, and told to each side it concerns. */
  public Future<Void> handOver(Caller caller, String roomId, String memberId, Form form) {
    String laneId = form.optionalText("lane", 64);
    String reason = form.text("reason", 500);
    form.check();
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.MEDIATOR);
          Member member = scene.member(memberId);
          if (!member.isStaff()) {
            throw Refusal.notFound();
          }
          return grants
              .ofMember(scene.client(), member.id())
              .map(standing -> lanes(scene, standing, laneId))
              .compose(lanes -> handOver(scene, member, lanes, reason));
        });
  }

  /** Only what the member may read at all can be handed over. */
  private static List<Lane> lanes(Scene scene, Set<Grant> standing, String laneId) {
    Set<String> readable = standing.stream().map(Grant::laneId).collect(Collectors.toSet());
    List<Lane> lanes =
        scene.lanes().stream()
            .filter(lane -> readable.contains(lane.id()))
            .filter(lane -> laneId == null || lane.id().equals(laneId))
            .toList();
    if (lanes.isEmpty()) {
      throw Refusal.notFound();
    }
    return lanes;
  }

  private Future<Void> handOver(Scene scene, Member member, List<Lane> lanes, String reason) {
    Future<Void> done = Future.succeededFuture();
    for (Lane lane : lanes) {
      if (lane.kind() == LaneKind.SIDE) {
        scene.tellSide(lane.side(), "handed-over", word(member.role()), member.name(), reason);
      }
      JsonObject data = about(member).put("lane", lane.id()).put("reason", reason);
      scene.fact("handed-over", data);
      done =
          done.compose(
              before ->
                  rows.handOver(
                      scene.client(),
                      member.id(),
                      lane.id(),
                      reason,
                      scene.actor().id(),
                      clock.instant()));
    }
    return done;
  }

  private static JsonObject about(Member member) {
    return new JsonObject().put("memberId", member.id()).put("role", member.role().name());
  }

  private static String word(MemberRole role) {
    return STAFF_TEXTS.get("role." + role.name());
  }
}
