package org.yilian.imports;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yilian.kernel.Ids;

/**
 * A spreadsheet that somebody handed in.
 *
 * @param fileId null once the file is thrown away
 * @param runId the run that works on it
 * @param lastRow the last row of the sheet that is done with
 * @param failure why it could not be read, or null
 */
record Import(
    String id,
    ImportKind kind,
    String name,
    String fileId,
    String ownerId,
    ImportStatus status,
    String runId,
    int good,
    int bad,
    int loaded,
    int lastRow,
    List<String> ignored,
    String failure,
    Instant createdAt,
    Instant touchedAt) {
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final int LONGEST_NAME = 120;

  /** One that has just come in and is tried at once. */
  static Import handedIn(
      String id, ImportKind kind, String name, String fileId, String ownerId, Instant at) {
    String plain = name == null || name.isBlank() ? "表格.xlsx" : name;
    return new Import(
        id,
        kind,
        plain.substring(0, Math.min(LONGEST_NAME, plain.length())),
        fileId,
        ownerId,
        ImportStatus.CHECKING,
        Ids.fresh(),
        0,
        0,
        0,
        0,
        List.of(),
        null,
        at,
        at);
  }

  /** Whether whoever worked on it has stopped without a word, as in a crash. */
  boolean stalledAt(Instant now) {
    return status.running() && touchedAt.plus(SILENCE).isBefore(now);
  }

  JsonObject toJson(Instant now) {
    JsonObject json =
        new JsonObject()
            .put("id", id)
            .put("kind", kind.name())
            .put("name", name)
            .put("status", status.name())
            .put("good", good)
            .put("bad", bad)
            .put("loaded", loaded)
            .put("lastRow", lastRow)
            .put("ignored", new JsonArray(List.copyOf(ignored)))
            .put("createdAt", createdAt.toString());
    if (failure != null) {
      json.put("failure", failure);
    }
    if (fileId == null && status != ImportStatus.LOADED) {
      json.put("fileGone", true);
    }
    return stalledAt(now) ? json.put("stalled", true) : json;
  }
}
