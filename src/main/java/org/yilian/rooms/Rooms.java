package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Numbers;
import org.yilian.disputes.Party;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/** Setting up the rooms of a dispute. */
public final class Rooms {
  private final RoomRowStore rows = new RoomRowStore();
  private final RoomStore rooms = new RoomStore();
  private final Grants grants = new Grants();
  private final Database database;
  private final Ledger ledger;
  private final Organisations organisations;
  private final Numbers numbers;
  private final RoomChanges changes;
  private final Audit audit;
  private final Clock clock;

  public Rooms(
      Database database,
      Ledger ledger,
      Organisations organisations,
      Numbers numbers,
      RoomChanges changes,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.organisations = organisations;
    this.numbers = numbers;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  private record Wanted(Track track, String hostId) {}

  /**
   * A mediator or a community officer sets up a room and takes a seat in it.
   *
   * @return the id of the room
   */
  public Future<String> create(Caller caller, String disputeId, Form form) {
    MemberRole role = convener(caller);
    Wanted wanted =
        new Wanted(form.word("track", Track.class), form.text("hostOrganisationId", 64));
    form.check();
    return database.inTransaction(
        client ->
            ledger
                .visible(client, caller, disputeId)
                .compose(dispute -> host(client, dispute, wanted).map(dispute))
                .compose(dispute -> ledger.parties(client, dispute.id()))
                .compose(parties -> create(client, caller, role, disputeId, wanted, parties)));
  }

  private static MemberRole convener(Caller caller) {
    if (caller.is(Role.MEDIATOR) || caller.is(Role.INVITED_MEDIATOR)) {
      return MemberRole.MEDIATOR;
    }
    if (caller.is(Role.COMMUNITY_POLICE)) {
      return MemberRole.COMMUNITY_POLICE;
    }
    throw Refusal.notFound();
  }

  private Future<Organisation> host(SqlClient client, Dispute dispute, Wanted wanted) {
    return organisations
        .find(client, wanted.hostId())
        .map(
            found ->
                found.orElseThrow(() -> Refusal.field("hostOrganisationId", "没有这个单位，请从列表中选择。")))
        .compose(
            host ->
                wanted
                    .track()
                    .refusal(dispute, host)
                    .<Future<Organisation>>map(Future::failedFuture)
                    .orElse(Future.succeededFuture(host)));
  }

  private Future<String> create(
      SqlClient client,
      Caller caller,
      MemberRole role,
      String disputeId,
      Wanted wanted,
      List<Party> parties) {
    String id = Ids.fresh();
    Member creator =
        new Member(
            Ids.brief(), id, caller.principalId(), role, null, null, null, caller.name(), null);
    return numbers
        .next(client, "易调室字")
        .map(number -> room(id, number, disputeId, wanted, caller))
        .compose(room -> rows.insert(client, room, clock.instant()))
        .compose(done -> insertLanes(client, lanes(id, parties)))
        .compose(done -> rows.insert(client, creator, clock.instant()))
        .compose(done -> grants.recompute(client, id))
        .compose(done -> log(client, creator, wanted))
        .map(id);
  }

  private static Room room(
      String id, String number, String disputeId, Wanted wanted, Caller caller) {
    return new Room(
        id,
        number,
        disputeId,
        wanted.hostId(),
        wanted.track().name(),
        RoomStatus.CREATED,
        caller.principalId(),
        null,
        null,
        false,
        0);
  }

  private static List<Lane> lanes(String roomId, List<Party> parties) {
    List<Lane> lanes = new ArrayList<>();
    for (String side : sides(parties)) {
      lanes.add(new Lane(Ids.brief(), roomId, LaneKind.SIDE, side, 0, 0));
    }
    for (LaneKind kind : List.of(LaneKind.STAFF, LaneKind.JOINT, LaneKind.NOTICE)) {
      lanes.add(new Lane(Ids.brief(), roomId, kind, null, 0, 0));
    }
    return lanes;
  }

  private static TreeSet<String> sides(List<Party> parties) {
    TreeSet<String> sides = new TreeSet<>();
    parties.forEach(party -> sides.add(party.side()));
    return sides;
  }

  private Future<Void> insertLanes(SqlClient client, List<Lane> lanes) {
    Future<Void> done = Future.succeededFuture();
    for (Lane lane : lanes) {
      done = done.compose(before -> rows.insert(client, lane));
    }
    return done;
  }

  private Future<Void> log(SqlClient client, Member creator, Wanted wanted) {
    JsonObject data =
        new JsonObject().put("track", wanted.track().name()).put("host", wanted.hostId());
    return audit.append(client, Scopes.room(creator.roomId()), creator.id(), "room-created", data);
  }

  /** Gives every side that joined the dispute meanwhile its lane, until the room opens. */
  public Future<Void> addSides(Caller caller, String roomId) {
    return changes.change(
        caller,
        roomId,
        scene -> {
          scene.only(MemberRole.MEDIATOR, MemberRole.COMMUNITY_POLICE);
          return addSides(scene);
        });
  }

  /** The same within a change that is under way. */
  Future<Void> addSides(Scene scene) {
    if (scene.room().status() != RoomStatus.CREATED) {
      return Future.succeededFuture();
    }
    return ledger
        .parties(scene.client(), scene.room().disputeId())
        .map(Rooms::sides)
        .compose(sides -> insertLanes(scene.client(), missing(scene, sides)));
  }

  private static List<Lane> missing(Scene scene, TreeSet<String> sides) {
    sides.removeAll(scene.sides());
    return sides.stream()
        .map(side -> new Lane(Ids.brief(), scene.room().id(), LaneKind.SIDE, side, 0, 0))
        .toList();
  }

  /** Everybody who is or was a member. */
  public Future<List<Member>> members(SqlClient client, String roomId) {
    return rooms.members(client, roomId);
  }
}
