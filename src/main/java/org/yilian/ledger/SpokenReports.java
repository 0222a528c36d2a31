package org.yilian.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.yilian.audit.Scopes;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.speech.Recording;
import org.yilian.speech.Recordings;

/**
 * What people without an account say aloud of what they report. Until the report a recording is its
 * browser's alone, which proves itself by a secret that it made up; then whoever sees the dispute
 * hears it. What is never reported is thrown away after seven days, and no machine hears it.
 */
public final class SpokenReports {
  static final int MOST = 3;

  private static final long LARGEST = 1L << 40;
  private static final int OF_ADDRESS = 20;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** Nobody guesses it: a UUID in our own pages. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{20,64}");

  private final Office.Ground on;
  private final Recordings recordings;

  SpokenReports(Office.Ground on, Recordings recordings) {
    this.on = on;
    this.recordings = recordings;
  }

  /** Makes room for {@code {size}} bytes; 429 where an address asks too often. */
  public Future<JsonObject> begin(String key, String address, Form form) {
    Long size = form.number("size", 1, LARGEST);
    form.check();
    String owner = owner(key);
    return on.database()
        .inTransaction(
            client ->
                slowDown(client, "spoken-report:" + address)
                    .compose(may -> recordings.begin(client, owner, null, size, LONGEST)))
        .map(Recording::toJson);
  }

  private Future<Void> slowDown(SqlClient client, String subject) {
    return on.throttles()
        .check(client, subject, OF_ADDRESS)
        .compose(may -> on.throttles().failed(client, subject));
  }

  /** What is no secret of a browser is nobody's: 404. */
  private String owner(String key) {
    if (!KEY.matcher(key).matches()) {
      throw Refusal.notFound();
    }
    return "browser:" + on.vault().index("spoken-report:" + key);
  }

  /** How far it has come, for the browser that makes it; else 404. */
  public Future<JsonObject> progress(String key, String id) {
    return on.database().withConnection(client -> own(client, key, id)).map(Recording::toJson);
  }

  private Future<Recording> own(SqlClient client, String key, String id) {
    return recordings.own(client, owner(key), null, id);
  }

  /** Takes the next piece; see {@link Recordings#append}. */
  public Future<JsonObject> append(String key, String id, long offset, Buffer piece) {
    return on.database()
        .inTransaction(
            client ->
                own(client, key, id).compose(own -> recordings.append(client, own, offset, piece)))
        .map(Recording::toJson);
  }

  /** Ends it; see {@link Recordings#finish}. */
  public Future<JsonObject> finish(String key, String id, Form form) {
    String sha256 = form.hash("sha256");
    form.check();
    return on.database()
        .inTransaction(
            client -> own(client, key, id).compose(own -> recordings.finish(client, own, sha256)))
        .map(Recordings::wholeOrAnew)
        .map(Recording::toJson);
  }

  /** They belong to the dispute from now on; 400 where one is not that browser's. */
  Future<Void> attach(SqlClient client, String key, List<String> ids, String disputeId) {
    Future<Void> done = Future.succeededFuture();
    for (String id : ids) {
      done =
          done.compose(
              before ->
                  recordings.attach(
                      client, id, owner(key), Scopes.dispute(disputeId), "recordingIds"));
    }
    return done;
  }
}
