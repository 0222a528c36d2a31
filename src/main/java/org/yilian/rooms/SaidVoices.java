package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.speech.Recording;
import org.yilian.speech.Recordings;

/** Recordings on their way into a message. */
public final class SaidVoices {
  private static final Texts TEXTS = Texts.of("lanes");

  private final Database database;
  private final Recordings recordings;
  private final Runnable waiting;

  /**
   * @param waiting called when something new waits to be written down
   */
  public SaidVoices(Database database, Recordings recordings, Runnable waiting) {
    this.database = database;
    this.recordings = recordings;
    this.waiting = waiting;
  }

  /**
   * What a message says of a whole recording that its author made for that lane, else 400. Its
   * fingerprint is part of the message, and so of the evidence.
   */
  Future<JsonObject> said(Outgoing message) {
    return database
        .inTransaction(client -> kept(client, message))
        .onSuccess(kept -> waiting.run())
        .map(
            recording ->
                new JsonObject()
                    .put("kind", "voice")
                    .put("recordingId", recording.id())
                    .put("millis", recording.millis())
                    .put("sha256", recording.sha256()));
  }

  private Future<Recording> kept(SqlClient client, Outgoing message) {
    return recordings
        .find(client, message.body().getString("recordingId"))
        .map(
            found ->
                found
                    .filter(Recording::whole)
                    .filter(one -> one.ownerId().equals(message.memberId()))
                    .filter(one -> Scopes.lane(message.laneId()).equals(one.attachedTo()))
                    .orElseThrow(SaidVoices::notThere))
        .compose(recording -> recordings.keep(client, recording.id()).map(recording));
  }

  private static Refusal notThere() {
    return Refusal.bad(
        "invalid-message", "body.recordingId", TEXTS.get("refused.recording-missing"));
  }
}
