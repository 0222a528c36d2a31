package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;

/**
 * What one side was ever sent: for the sealed part of the file, which the mediator opens, and for a
 * complaint of that side, which gets the same without the words that were taken back.
 */
public final class SideReports {
  private final Readers readers = new Readers();
  private final SideReportStore store = new SideReportStore();
  private final Database database;
  private final Clock clock;

  public SideReports(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** 404 for everybody but the room's mediators and the side itself. */
  public Future<JsonObject> of(Caller caller, String roomId, String side) {
    return database.inTransaction(
        client ->
            readers
                .of(client, caller, roomId)
                .compose(reader -> report(client, allowed(reader, side), side)));
  }

  private static Reader allowed(Reader reader, String side) {
    boolean has = reader.lanes().stream().anyMatch(lane -> side.equals(lane.side()));
    if (!has || !reader.mediator() && !side.equals(reader.seat().side())) {
      throw Refusal.notFound();
    }
    return reader;
  }

  private Future<JsonObject> report(SqlClient client, Reader reader, String side) {
    JsonObject report =
        new JsonObject()
            .put("room", reader.roomNumber())
            .put("side", side)
            .put("madeAt", clock.instant().toString());
    return store
        .members(client, reader.roomId(), side)
        .compose(
            members -> lanes(client, reader, side).map(lanes -> filled(report, members, lanes)));
  }

  private static JsonObject filled(
      JsonObject report, List<JsonObject> members, List<JsonObject> lanes) {
    return report.put("members", new JsonArray(members)).put("lanes", new JsonArray(lanes));
  }

  private Future<List<JsonObject>> lanes(SqlClient client, Reader reader, String side) {
    Future<List<JsonObject>> done = Future.succeededFuture(new ArrayList<>());
    for (Reader.ReadableLane lane : reader.lanes()) {
      if (reaches(lane, side)) {
        done = done.compose(all -> lane(client, reader, lane, side).onSuccess(all::add).map(all));
      }
    }
    return done;
  }

  /** A joint lane in which nobody could speak yet is empty. */
  private static boolean reaches(Reader.ReadableLane lane, String side) {
    return lane.side() == null ? !lane.kind().equals("STAFF") : lane.side().equals(side);
  }

  private Future<JsonObject> lane(
      SqlClient client, Reader reader, Reader.ReadableLane lane, String side) {
    Future<List<JsonObject>> messages = store.messages(client, lane.id(), reader.mediator());
    Future<List<JsonObject>> seen = store.seen(client, lane.id(), side);
    return Future.all(messages, seen)
        .map(
            all ->
                new JsonObject()
                    .put("title", lane.title(reader.seat()))
                    .put("kind", lane.kind())
                    .put("messages", new JsonArray(messages.result()))
                    .put("seen", new JsonArray(seen.result())));
  }
}
