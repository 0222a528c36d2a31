package org.yilian.knowledge;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.yilian.kernel.Ids;

/**
 * A collection that an administrator handed in.
 *
 * @param fileId where its bytes are, or null once they are gone
 * @param runId the run that works on it
 * @param done how many statutes of {@code total} are written
 * @param outcome what it would change, then what it changed; or null
 * @param failure why nothing came of it, or null
 */
record CollectionImport(
    String id,
    CollectionKind kind,
    String name,
    String fileId,
    String ownerId,
    CollectionStatus status,
    String runId,
    int done,
    int total,
    JsonObject outcome,
    String failure,
    Instant createdAt,
    Instant touchedAt) {
  private static final Duration SILENCE = Duration.ofSeconds(90);
  private static final int LONGEST_NAME = 120;

  /** One that has just come in and is compared at once. */
  static CollectionImport handedIn(
      String id, CollectionKind kind, String name, String fileId, String ownerId, Instant at) {
    return new CollectionImport(
        id,
        kind,
        plain(name),
        fileId,
        ownerId,
        CollectionStatus.CHECKING,
        Ids.fresh(),
        0,
        0,
        null,
        null,
        at,
        at);
  }

  /** The end is kept, since it says what the file is. */
  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.substring(Math.max(0, last.length() - LONGEST_NAME));
  }

  /** Whether whoever worked on it has stopped without a word, as in a crash. */
  boolean stalledAt(Instant now) {
    return status.running() && touchedAt.plus(SILENCE).isBefore(now);
  }

  /** Whether another run may begin. */
  boolean restsAt(Instant now) {
    return fileId != null && (!status.running() || stalledAt(now));
  }

  JsonObject toJson(Instant now) {
    JsonObject json =
        new JsonObject()
            .put("id", id)
            .put("kind", kind.name())
            .put("name", name)
            .put("status", status.name())
            .put("done", done)
            .put("total", total)
            .put("kept", fileId != null)
            .put("createdAt", createdAt.toString());
    if (outcome != null) {
      json.put("outcome", outcome);
    }
    if (failure != null) {
      json.put("failure", failure);
    }
    return stalledAt(now) ? json.put("stalled", true) : json;
  }
}
