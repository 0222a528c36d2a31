package org.yilian.confirmation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;

/**
 * An application for judicial confirmation as stored.
 *
 * @param ground why the court has jurisdiction, in Chinese
 * @param findings what stands in its way or may be asked about, as told to the applicants
 * @param form what the application is filled with
 * @param application the exact words that each applicant signs
 * @param receivedAt when the court had it, or null
 * @param ruling what the court decided, or null
 */
public record Confirmation(
    String id,
    String agreementId,
    String courtId,
    String ground,
    ConfirmationStatus status,
    JsonArray findings,
    JsonArray alternatives,
    JsonObject form,
    String application,
    String applicationHash,
    String createdBy,
    Instant createdAt,
    Instant receivedAt,
    String lateReason,
    Ruling ruling) {
  public Confirmation {
    Objects.requireNonNull(id);
    Objects.requireNonNull(status);
  }

  /** A ruling; what the clerk entered from paper was not checked by the court. */
  public record Ruling(String number, String fileId, boolean fromPaper) {}

  /** The scope of facts that were born with this application. */
  String facts() {
    return "confirmation:" + id;
  }

  /** The state after the step, or 409 {@code wrong-state}. */
  ConfirmationStatus after(ConfirmationStatus.Step step) {
    return status.after(step).orElseThrow(ConfirmationSteps::wrong);
  }
}
