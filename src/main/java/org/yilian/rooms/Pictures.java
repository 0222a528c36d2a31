package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.concurrent.atomic.AtomicInteger;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.db.StoredFile;
import org.yilian.db.StoredFiles;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;

/**
 * Pictures as evidence, each belonging to one lane. The same picture in two lanes is stored twice:
 * nobody can find out by an upload what another side has.
 */
public final class Pictures {
  private static final int THREADS = 2;
  private static final int WAITING = 8;

  private final RoomStore rooms = new RoomStore();
  private final PictureStore store = new PictureStore();
  private final SayRefusals standings;
  private final AtomicInteger busy = new AtomicInteger();
  private final Database database;
  private final StoredFiles files;
  private final WorkerExecutor workers;

  public Pictures(Vertx vertx, Database database, StoredFiles files) {
    this.database = database;
    this.files = files;
    this.standings = new SayRefusals(database);
    this.workers = vertx.createSharedWorkerExecutor("pictures", THREADS);
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
        .compose(member -> cleaned(upload.getBytes()).compose(clean -> keep(member, laneId, clean)))
        .map(Pictures::toJson);
  }

  private Future<Member> speaker(Caller caller, String roomId, String laneId) {
    return rooms
        .seatOf(database.pool(), caller, roomId)
        .recover(Database::refuse)
        .compose(member -> standings.mayStillSay(database.pool(), member, laneId));
  }

  private Future<CleanPicture> cleaned(byte[] upload) {
    if (busy.incrementAndGet() > WAITING) {
      busy.decrementAndGet();
      return Future.failedFuture(Refusal.tryAgain());
    }
    return workers
        .executeBlocking(() -> CleanPicture.of(upload), false)
        .onComplete(done -> busy.decrementAndGet());
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
