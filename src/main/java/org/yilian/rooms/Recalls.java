package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * Taking back what one has just said: a slip, not a promise. So it is possible for two minutes, and
 * never for what has gone on to somebody else or into a clause.
 */
public final class Recalls {
  private static final Texts TEXTS = Texts.of("lanes");
  private static final Duration ALLOWED = Duration.ofMinutes(2);

  private final RoomStore rooms = new RoomStore();
  private final RecallStore store = new RecallStore();
  private final Database database;
  private final RoomSignals signals;
  private final Audit audit;
  private final Clock clock;

  public Recalls(Database database, RoomSignals signals, Audit audit, Clock clock) {
    this.database = database;
    this.signals = signals;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * 404 for a message of somebody else; 409 {@code recall-too-late}, {@code already-relayed} or
   * {@code already-quoted}. A second recall is the first one again.
   */
  public Future<Void> recall(Caller caller, String roomId, String laneId, long seq) {
    return database
        .inTransaction(
            client ->
                rooms
                    .seatOf(client, caller, roomId)
                    .compose(author -> recall(client, author, laneId, seq)))
        .onSuccess(recall -> signals.recalled(roomId, recall))
        .mapEmpty();
  }

  private Future<Recall> recall(SqlClient client, Member author, String laneId, long seq) {
    return store
        .lockLanes(client, author.roomId())
        .compose(locked -> store.lockOwn(client, author.id(), laneId, seq))
        .compose(
            message ->
                message.recalled()
                    ? store.recallOf(client, message)
                    : allowed(client, message).compose(allowed -> recall(client, author, message)));
  }

  private Future<Recall> recall(SqlClient client, Member author, RecallStore.Own message) {
    String scope = Scopes.lane(message.laneId());
    JsonObject fact = JsonObject.of("seq", message.seq());
    return store
        .recall(client, message, clock.instant())
        .compose(
            recall ->
                audit.append(client, scope, author.id(), "message-recalled", fact).map(recall));
  }

  private Future<Void> allowed(SqlClient client, RecallStore.Own message) {
    Instant now = clock.instant();
    if (now.isAfter(message.sentAt().plus(ALLOWED))) {
      return refused("recall-too-late");
    }
    return store
        .passedOn(client, message)
        .compose(
            used ->
                used.isEmpty() ? Future.<Void>succeededFuture() : refused("already-" + used.get()));
  }

  private static Future<Void> refused(String code) {
    return Future.failedFuture(Refusal.conflict(code, TEXTS.get("refused." + code)));
  }
}
