package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.function.Function;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.speech.Recording;
import org.yilian.speech.Recordings;

/**
 * Recordings of a lane: made by those who may say something there, heard by those who read the
 * message that says them. Nobody else can tell that there is one.
 */
public final class Voices {
  private static final long LARGEST = 1L << 40;
  private static final Duration OF_A_SIDE = Duration.ofSeconds(60);

  /** A mediator may record a stretch of a talk on the spot. */
  private static final Duration OF_STAFF = Duration.ofMinutes(10);

  private final RoomStore rooms = new RoomStore();
  private final VoiceStore store = new VoiceStore();
  private final SayRefusals standings;
  private final Database database;
  private final Recordings recordings;

  public Voices(Database database, Recordings recordings) {
    this.database = database;
    this.recordings = recordings;
    this.standings = new SayRefusals(database);
  }

  /** A stretch of a file. */
  public record Sound(Buffer bytes, long from, long size) {}

  /** What of a file of that size is wanted: from one byte to before the other. */
  public record Wanted(long from, long to) {}

  /**
   * Makes room for a recording in a lane in which the caller may say something.
   *
   * @param form {@code {size}} of the whole file in bytes
   * @return {@code {id, size, received}}
   */
  public Future<JsonObject> begin(Caller caller, String roomId, String laneId, Form form) {
    Long size = form.number("size", 1, LARGEST);
    form.check();
    return database
        .inTransaction(
            client ->
                rooms
                    .seatOf(client, caller, roomId)
                    .compose(member -> standings.mayStillSay(client, member, laneId))
                    .compose(
                        member ->
                            recordings.begin(
                                client,
                                member.id(),
                                Scopes.lane(laneId),
                                size,
                                member.isStaff() ? OF_STAFF : OF_A_SIDE)))
        .map(Recording::toJson);
  }

  /** How far it has come, for whoever makes it; else 404. */
  public Future<JsonObject> progress(Caller caller, String roomId, String laneId, String id) {
    return database
        .withConnection(client -> own(client, caller, roomId, laneId, id))
        .map(Recording::toJson);
  }

  /** Takes the next piece; see {@link Recordings#append}. */
  public Future<JsonObject> append(
      Caller caller, String roomId, String laneId, String id, long offset, Buffer piece) {
    return database
        .inTransaction(
            client ->
                own(client, caller, roomId, laneId, id)
                    .compose(own -> recordings.append(client, own, offset, piece)))
        .map(Recording::toJson);
  }

  /** Ends it; see {@link Recordings#finish}. */
  public Future<JsonObject> finish(
      Caller caller, String roomId, String laneId, String id, Form form) {
    String sha256 = form.hash("sha256");
    form.check();
    return database
        .inTransaction(
            client ->
                own(client, caller, roomId, laneId, id)
                    .compose(own -> recordings.finish(client, own, sha256)))
        .map(Recordings::wholeOrAnew)
        .map(Recording::toJson);
  }

  private Future<Recording> own(
      SqlClient client, Caller caller, String roomId, String laneId, String id) {
    return rooms
        .seatOf(client, caller, roomId)
        .compose(member -> recordings.own(client, member.id(), Scopes.lane(laneId), id));
  }

  /**
   * The sound, for its author until it is said, and for those who may hear the message that says
   * it; else 404.
   *
   * @param range what is wanted of a file of a size
   */
  public Future<Sound> sound(
      Caller caller, String roomId, String laneId, String id, Function<Long, Wanted> range) {
    return database.withConnection(
        client ->
            rooms
                .seatOf(client, caller, roomId)
                .compose(member -> audible(client, member, laneId, id))
                .compose(
                    recording -> {
                      Wanted wanted = range.apply(recording.size());
                      return recordings
                          .bytes(client, recording, wanted.from(), wanted.to())
                          .map(bytes -> new Sound(bytes, wanted.from(), recording.size()));
                    }));
  }

  private Future<Recording> audible(SqlClient client, Member member, String laneId, String id) {
    return recordings
        .find(client, id)
        .map(
            found ->
                found
                    .filter(Recording::whole)
                    .filter(one -> Scopes.lane(laneId).equals(one.attachedTo()))
                    .orElseThrow(Refusal::notFound))
        .compose(recording -> hears(client, member, laneId, recording).map(recording));
  }

  private Future<Void> hears(SqlClient client, Member member, String laneId, Recording recording) {
    return store
        .audible(client, member, laneId, recording.id(), 0, 1)
        .compose(
            heard ->
                heard.isEmpty() && recording.ownerId().equals(member.id())
                    ? store.said(client, laneId, recording.id()).map(said -> !said)
                    : Future.succeededFuture(!heard.isEmpty()))
        .compose(
            hears -> hears ? Future.succeededFuture() : Future.failedFuture(Refusal.notFound()));
  }
}
