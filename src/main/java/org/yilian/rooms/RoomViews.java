package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Set;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;

/** Reads rooms for their members, each as he may see it. */
public final class RoomViews {
  private final RoomStore rooms = new RoomStore();
  private final GrantStore grants = new GrantStore();
  private final MeetingStore meetings = new MeetingStore();
  private final InviteStore invites = new InviteStore();
  private final HelpCallStore help = new HelpCallStore();
  private final SafetyFlagStore flags = new SafetyFlagStore();
  private final RoomListStore lists = new RoomListStore();
  private final Database database;
  private final ProcedureReader procedures;
  private final Organisations organisations;
  private final RoomPresence presence;

  public RoomViews(
      Database database,
      ProcedureReader procedures,
      Organisations organisations,
      RoomPresence presence) {
    this.database = database;
    this.procedures = procedures;
    this.organisations = organisations;
    this.presence = presence;
  }

  /** The room as the caller may see it; 404 for whoever has no seat in it. */
  public Future<JsonObject> of(Caller caller, String roomId) {
    return database.withConnection(
        client ->
            rooms
                .seatOf(client, caller, roomId)
                .compose(
                    self ->
                        facts(client, roomId).map(facts -> new RoomView(facts, self).toJson())));
  }

  private Future<RoomFacts> facts(SqlClient client, String roomId) {
    return procedures
        .read(client, roomId)
        .compose(
            procedure ->
                presence
                    .of(procedure.members())
                    .compose(present -> facts(client, procedure, present)));
  }

  private Future<RoomFacts> facts(SqlClient client, Procedure procedure, Set<String> present) {
    Room room = procedure.room();
    Future<Organisation> host = organisations.get(client, room.hostOrganisationId());
    Future<List<Lane>> lanes = rooms.lanes(client, room.id());
    Future<Set<Grant>> standing = grants.ofRoom(client, room.id());
    Future<List<Meeting>> arranged = meetings.ofRoom(client, room.id());
    Future<List<StatusLine>> lines = meetings.statusLines(client, room.id());
    Future<List<Invite>> invited = invites.ofRoom(client, room.id());
    Future<List<HelpCall>> called = help.ofRoom(client, room.id());
    Future<List<SafetyClearing>> cleared = flags.clearings(client, room.id());
    return Future.all(List.of(host, lanes, standing, arranged, lines, invited, called, cleared))
        .map(
            all ->
                new RoomFacts(
                    procedure,
                    host.result(),
                    lanes.result(),
                    standing.result(),
                    arranged.result(),
                    lines.result(),
                    invited.result(),
                    called.result(),
                    cleared.result(),
                    present));
  }

  /** The rooms in which this member of staff has a seat, the latest first. */
  public Future<List<JsonObject>> list(Caller caller) {
    Caller.Staff staff = caller.staff();
    return database.withConnection(client -> lists.ofMember(client, staff.principalId()));
  }
}
