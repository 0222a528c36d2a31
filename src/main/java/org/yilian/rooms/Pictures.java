package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.db.StoredFile;
import org.yilian.db.StoredFiles;
import org.yilian.documents.CleanPicture;
import org.yilian.documents.CleanPictures;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;

/**
 * Pictures as evidence, each belonging to one lane. The same picture in two lanes is stored twice:
 * nobody can find out by an upload what another side has.
 */
public final class Pictures {
  private static final int MAX_BYTES = 12 << 20;

  private final RoomStore rooms = new RoomStore();
  private final PictureStore store = new PictureStore();
  private final SayRefusals standings;
  private final Database database;
  private final StoredFiles files;
  private final CleanPictures clean;

  public Pictures(Database database, StoredFiles files, CleanPictures clean) {
    this.database = database;
    this.files = files;
    this.standings = new SayRefusals(database);
    this.clean = clean;
  }

  /** A picture and its bytes. */
  public record Content(String mediaType, Buffer bytes) {}

  /**
   * Takes a picture for a lane in which the caller may say something. Nobody else sees it until it
   * is said.
   *
   * @return {@code {id, width, height, mediaType, size}}
   */
  public Future<JsonObject> add(Caller caller, String roomId, String laneId, Buffer upload) {
    return speaker(caller, roomId, laneId)
        .compose(
            member -> clean.of(upload, MAX_BYTES).compose(picture -> keep(member, laneId, picture)))
        .map(Pictures::toJson);
  }

  private Future<Member> speaker(Caller caller, String roomId, String laneId) {
    return rooms
        .seatOf(database.pool(), caller, roomId)
        .recover(Database::refuse)
        .compose(member -> standings.mayStillSay(database.pool(), member, laneId));
  }

  private Future<StoredFile> keep(Member member, String laneId, CleanPicture picture) {
    return database.inTransaction(
        client ->
            files.putPicture(
                client,
                member.id(),
                picture.mediaType(),
                Buffer.buffer(picture.bytes()),
                picture.width(),
                picture.height(),
                attachedTo(laneId)));
  }

  private static JsonObject toJson(StoredFile file) {
    return new JsonObject()
        .put("id", file.id())
        .put("width", file.width())
        .put("height", file.height())
        .put("mediaType", file.mediaType())
        .put("size", file.size());
  }

  /** What a message says of a picture that its author took for that lane; else 400. */
  static Future<JsonObject> describe(
      SqlClient client, PictureStore store, Outgoing message, String fileId) {
    return store
        .ownOf(client, message.memberId(), attachedTo(message.laneId()), fileId)
        .map(
            found ->
                found.orElseThrow(
                    () -> Refusal.bad("invalid-message", "body.fileId", "没有找到这张图片，请重新上传。")));
  }

  private static String attachedTo(String laneId) {
    return Scopes.lane(laneId);
  }

  /** The picture, for its author and for those who may read the message that shows it; else 404. */
  public Future<Content> read(Caller caller, String roomId, String laneId, String fileId) {
    return database.withConnection(
        client ->
            rooms
                .seatOf(client, caller, roomId)
                .compose(
                    member -> store.visible(client, member, attachedTo(laneId), laneId, fileId))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .compose(
                    mediaType ->
                        files.bytes(client, fileId).map(bytes -> new Content(mediaType, bytes))));
  }
}
