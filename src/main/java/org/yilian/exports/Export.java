package org.yilian.exports;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;

/**
 * Many sealed agreements as one zip.
 *
 * @param total how many agreements were asked for
 * @param done how many are in it
 * @param size in bytes, 0 until it is ready
 * @param expiresAt when it is thrown away
 */
record Export(
    String id,
    Status status,
    String by,
    int total,
    int done,
    long size,
    Instant createdAt,
    Instant expiresAt) {

  /** Where its making stands. */
  enum Status {
    MAKING,
    READY,
    FAILED
  }

  Export {
    Objects.requireNonNull(id);
    Objects.requireNonNull(status);
  }

  JsonObject json() {
    return new JsonObject()
        .put("id", id)
        .put("status", status.name())
        .put("by", by)
        .put("total", total)
        .put("done", done)
        .put("size", size)
        .put("createdAt", createdAt.toString())
        .put("expiresAt", expiresAt.toString());
  }
}
