package org.yilian.agreements;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.yilian.calendar.Deadline;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.kernel.Texts;

/** An outcome of the police as JSON, with the words that tell an officer how it goes on. */
final class PoliceOutcomeViews {
  private static final Texts TEXTS = Texts.of("police");

  private final Deadlines deadlines;

  PoliceOutcomeViews(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  JsonObject json(PoliceOutcome outcome) {
    JsonObject json =
        new JsonObject()
            .put("outcome", outcome.kind().name())
            .put("words", TEXTS.get("outcome.next." + outcome.kind()))
            .put("fileIds", new JsonArray(outcome.fileIds()))
            .put("enteredBy", outcome.enteredBy())
            .put("at", outcome.at().toString());
    put(json, "agreementId", outcome.agreementId());
    put(json, "performedOn", outcome.performedOn());
    put(json, "failure", outcome.failure());
    put(json, "since", outcome.since());
    put(json, "note", outcome.note());
    return outcome.since() == null ? json : json.put("deadline", deadline(outcome));
  }

  /** The term for handling runs from the failure (程序规定 185). */
  private JsonObject deadline(PoliceOutcome outcome) {
    Deadline deadline = deadlines.after(Term.POLICE_HANDLING, outcome.since());
    return JsonObject.of("safeDate", deadline.safeDate().toString(), "basis", deadline.basis());
  }

  private static void put(JsonObject json, String name, Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
