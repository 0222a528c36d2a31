package org.yilian.speech;

import io.vertx.core.json.JsonObject;

/**
 * Something said aloud, as far as it has come.
 *
 * @param ownerId the member or person who records it
 * @param attachedTo what it belongs to, as {@code kind:id}, or null while it is its owner's alone
 * @param size of the whole file in bytes
 * @param received how much of it is there
 * @param millis how long it lasts, or null before its first piece
 * @param sha256 in the form {@code sha256:…}, or null until it is whole
 */
public record Recording(
    String id,
    String ownerId,
    String attachedTo,
    long size,
    long received,
    Integer millis,
    String sha256) {

  public boolean whole() {
    return sha256 != null;
  }

  /** {@code {id, size, received, millis?, sha256?}}. */
  public JsonObject toJson() {
    JsonObject json = JsonObject.of("id", id, "size", size, "received", received);
    if (millis != null) {
      json.put("millis", millis);
    }
    return whole() ? json.put("sha256", sha256) : json;
  }
}
