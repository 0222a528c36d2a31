package org.yilian.records;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A kept paper that everybody of a side may have.
 *
 * @param id such as {@code agreement-…}, told to nobody else
 * @param agreementId the agreement that it belongs to
 * @param day the day that it bears, or null
 */
record PartyPaper(
    String id,
    Kind kind,
    String agreementId,
    String number,
    LocalDate day,
    String fileId,
    String mediaType) {

  /** Which paper it is. */
  enum Kind {
    AGREEMENT,
    APPLICATION,
    CERTIFICATE,
    /** Comes from the court: a picture, or a PDF that is none of ours. */
    RULING
  }

  PartyPaper {
    Objects.requireNonNull(id);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(fileId);
  }

  boolean ours() {
    return kind != Kind.RULING;
  }

  String title() {
    return RecordTexts.get("paper." + kind);
  }

  JsonObject json() {
    return new JsonObject()
        .put("id", id)
        .put("kind", kind.name())
        .put("title", title())
        .put("number", number)
        .put("day", day == null ? null : day.toString())
        .put("mediaType", mediaType);
  }
}
