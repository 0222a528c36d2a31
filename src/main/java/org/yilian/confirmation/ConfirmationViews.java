package org.yilian.confirmation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.yilian.agreements.Finding;
import org.yilian.agreements.Findings;
import org.yilian.calendar.Deadline;
import org.yilian.confirmation.HistoryStep.By;
import org.yilian.disputes.Party;
import org.yilian.kernel.Texts;

/** An application as JSON, with the words that tell an applicant where it stands. */
final class ConfirmationViews {
  private static final Texts TEXTS = Texts.of("confirmation");
  private static final String OTHER_SIDE = "对方";

  private ConfirmationViews() {}

  static JsonObject json(CaseFile file, Deadline deadline, boolean demo) {
    Confirmation confirmation = file.confirmation();
    JsonObject json =
        new JsonObject()
            .put("id", confirmation.id())
            .put("status", confirmation.status().name())
            .put("agreementId", confirmation.agreementId())
            .put("number", file.concern().agreement().number())
            .put("courtId", confirmation.courtId())
            .put("courtName", file.court().name())
            .put("ground", confirmation.ground())
            .put("findings", findings(file))
            .put("applicationHash", confirmation.applicationHash())
            .put("deadline", deadline(deadline))
            .put("signatures", signatures(file))
            .put("missingSignatures", missing(file))
            .put("history", history(file))
            .put("nextStepWords", TEXTS.get("next." + confirmation.status()))
            .put("createdAt", confirmation.createdAt().toString())
            .put("demo", demo);
    if (!confirmation.alternatives().isEmpty()) {
      json.put("alternatives", confirmation.alternatives());
    }
    if (confirmation.receivedAt() != null) {
      json.put("receivedAt", confirmation.receivedAt().toString());
    }
    if (!file.asked().isEmpty()) {
      json.put("supplementItems", new JsonArray(file.asked()));
    }
    parties(json, file);
    ruling(json, confirmation.ruling());
    return json;
  }

  /** The sides and the court are told of the text; how the talks went is not for them. */
  private static JsonArray findings(CaseFile file) {
    boolean outside = file.side() != null || file.bench();
    JsonArray told = new JsonArray();
    for (Object one : file.confirmation().findings()) {
      Finding.Readers readers = Findings.readers(((JsonObject) one).getString("code"));
      if (readers == Finding.Readers.EVERYBODY || readers == Finding.Readers.STAFF && !outside) {
        told.add(one);
      }
    }
    return told;
  }

  private static void parties(JsonObject json, CaseFile file) {
    JsonArray parties = new JsonArray();
    for (Party party : file.concern().mediation().parties()) {
      parties.add(JsonObject.of("id", party.id(), "side", party.side(), "name", party.knownAs()));
    }
    json.put("parties", parties);
  }

  private static void ruling(JsonObject json, Confirmation.Ruling ruling) {
    if (ruling != null) {
      json.put(
          "ruling",
          new JsonObject()
              .put("number", ruling.number())
              .put("fileId", ruling.fileId())
              .put("enteredFromPaper", ruling.fromPaper()));
    }
  }

  /** What the court has to do by when, for its desk and the clerk's. */
  static JsonObject term(CourtTerm term) {
    JsonObject json = new JsonObject().put("kind", term.kind().name()).put("basis", term.basis());
    if (term.deadline() == null) {
      return json.put("suspended", true);
    }
    json.put("suspended", false)
        .put("from", term.from().toString())
        .put("deadline", deadline(term.deadline()));
    return term.extended() == null ? json : json.put("extended", deadline(term.extended()));
  }

  static JsonObject deadline(Deadline deadline) {
    JsonObject json =
        new JsonObject()
            .put("safeDate", deadline.safeDate().toString())
            .put("provisional", deadline.provisional())
            .put("basis", deadline.basis());
    deadline.last().ifPresent(last -> json.put("lastDate", last.toString()));
    return json;
  }

  static JsonObject signature(ApplicationSignature signature) {
    return new JsonObject()
        .put("partyId", signature.partyId())
        .put("name", signature.given().name())
        .put("method", signature.given().method().name())
        .put("at", signature.given().at().toString());
  }

  /** Until all have signed, when the other side signed is not for a side to notice. */
  private static boolean shown(CaseFile file, String partyId) {
    return file.side() == null
        || file.confirmation().status() != ConfirmationStatus.CO_SIGNING
        || file.concern().party(partyId).side().equals(file.side());
  }

  /** The same file with the signatures that its reader may know of. */
  static CaseFile known(CaseFile file) {
    return new CaseFile(
        file.confirmation(),
        file.concern(),
        file.court(),
        file.signatures().stream().filter(one -> shown(file, one.partyId())).toList(),
        file.history(),
        file.bench());
  }

  private static JsonArray signatures(CaseFile file) {
    JsonArray signatures = new JsonArray();
    known(file).signatures().forEach(one -> signatures.add(signature(one)));
    return signatures;
  }

  private static JsonArray missing(CaseFile file) {
    JsonArray missing = new JsonArray();
    boolean others = false;
    if (file.confirmation().status() == ConfirmationStatus.INELIGIBLE) {
      return missing;
    }
    for (Party party : file.missing()) {
      if (shown(file, party.id())) {
        missing.add(JsonObject.of("partyId", party.id(), "name", party.knownAs()));
      } else {
        others = true;
      }
    }
    return others ? missing.add(JsonObject.of("name", OTHER_SIDE)) : missing;
  }

  private static JsonArray history(CaseFile file) {
    JsonArray history = new JsonArray();
    file.history().forEach(step -> history.add(step(file, step)));
    return history;
  }

  private static JsonObject step(CaseFile file, HistoryStep step) {
    boolean decision = decision(step.action());
    boolean ineligible =
        step.action().equals("BEGIN") && step.status() == ConfirmationStatus.INELIGIBLE;
    String words = TEXTS.get("step." + step.action() + (ineligible ? ".INELIGIBLE" : ""));
    boolean paper = decision && step.by() == By.CLERK;
    JsonObject json =
        new JsonObject()
            .put("at", step.at().toString())
            .put("status", step.status().name())
            .put("action", step.action())
            .put("by", step.by().name())
            .put("words", paper ? words + TEXTS.get("paper") : words);
    if (decision) {
      json.put("decision", step.action());
    }
    // Why one applicant withdraws or objects is for the court, not for the other side.
    if (step.reason() != null && (step.by() != By.PARTY || file.side() == null)) {
      json.put("reason", step.reason());
    }
    return step.items().isEmpty() ? json : json.put("items", new JsonArray(step.items()));
  }

  private static boolean decision(String action) {
    for (Decision decision : Decision.values()) {
      if (decision.name().equals(action)) {
        return true;
      }
    }
    return false;
  }
}
