package org.yilian.agreements;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.disputes.Party;

/** An agreement as JSON, for staff whole, for a party without what the other side does alone. */
final class AgreementViews {
  private final Deadlines deadlines;
  private final boolean demo;

  AgreementViews(Deadlines deadlines, boolean demo) {
    this.deadlines = deadlines;
    this.demo = demo;
  }

  /** What is shown beside the agreement itself. */
  record Surroundings(
      Signatures signatures,
      SignatureStore.RefusalRow refusal,
      List<Finding> findings,
      List<JsonObject> marks) {
    Surroundings {
      findings = List.copyOf(findings);
      marks = List.copyOf(marks);
    }
  }

  JsonObject json(Access.Seen seen, Surroundings around) {
    JsonObject json = common(seen.agreement(), seen.mediation());
    SignatureViews signatures = new SignatureViews(seen, around.signatures());
    json.put("signatures", signatures.given()).put("missingSignatures", signatures.missing());
    refusal(json, seen, around.refusal());
    sealDue(json, seen.agreement(), around.signatures());
    if (!seen.viewer().ofSide()) {
      JsonArray findings = new JsonArray();
      around.findings().stream()
          .filter(finding -> told(seen.viewer(), finding))
          .forEach(finding -> findings.add(finding.toJson()));
      json.put("findings", findings).put("marks", new JsonArray(around.marks()));
    }
    return json;
  }

  /** A clerk, an officer and a recorder read no side's lane, or not every one. */
  private static boolean told(Viewer viewer, Finding finding) {
    return viewer.mediator()
        || viewer.lawyer()
        || Findings.readers(finding.code()) != Finding.Readers.WHO_READS_EVERY_SIDE;
  }

  /** The seal starts the thirty days, so everybody sees by when it is due. */
  private void sealDue(JsonObject json, Agreement agreement, Signatures signatures) {
    if (agreement.status() == AgreementStatus.SIGNED) {
      LocalDate signed = Deadlines.dateOf(signatures.lastAt());
      json.put("sealDue", deadlines.after(Term.SEALING, signed).safeDate().toString());
    }
  }

  private JsonObject common(Agreement agreement, Mediation mediation) {
    JsonObject json =
        new JsonObject()
            .put("id", agreement.id())
            .put("number", agreement.number())
            .put("version", agreement.version())
            .put("status", agreement.status().name())
            .put("roomId", agreement.roomId())
            .put("disputeId", agreement.disputeId())
            .put("form", agreement.form().name())
            .put("scope", agreement.scope().name())
            .put("template", agreement.template())
            .put("values", agreement.values().toJson())
            .put("textHash", agreement.textHash())
            .put("inkNeeded", agreement.inkNeeded())
            .put("parties", parties(mediation))
            .put("clauses", clauses(agreement))
            .put("hostOrganisation", host(mediation))
            .put("demo", demo);
    put(json, "supplements", agreement.supplements());
    put(json, "inkReason", agreement.inkReason());
    put(json, "proposedAt", agreement.proposedAt());
    put(json, "effectiveOn", agreement.effectiveOn());
    if (agreement.document() != null) {
      Agreement.SealedFile document = agreement.document();
      json.put("document", JsonObject.of("sha256", document.sha256(), "pages", document.pages()));
    }
    return json;
  }

  private static JsonObject host(Mediation mediation) {
    return JsonObject.of("id", mediation.host().id(), "name", mediation.host().name());
  }

  private static JsonArray parties(Mediation mediation) {
    JsonArray parties = new JsonArray();
    for (Party party : mediation.parties()) {
      parties.add(
          new JsonObject()
              .put("id", party.id())
              .put("side", party.side())
              .put("name", party.knownAs())
              .put("kind", party.kind().name()));
    }
    return parties;
  }

  private static JsonArray clauses(Agreement agreement) {
    JsonArray clauses = new JsonArray();
    for (Clause clause : agreement.values().terms()) {
      JsonObject json = new JsonObject().put("n", clauses.size() + 1).put("text", clause.text());
      if (clause.amount() != null) {
        json.put(
            "amount",
            JsonObject.of(
                "figures", clause.amount().figures(), "capitals", clause.amount().capitals()));
      }
      put(json, "dueOn", clause.dueOn());
      clauses.add(json);
    }
    return clauses;
  }

  /** Why a side declined is for that side and for staff. */
  private static void refusal(
      JsonObject json, Access.Seen seen, SignatureStore.RefusalRow refusal) {
    if (refusal == null
        || seen.viewer().ofSide() && !seen.viewer().seat().side().equals(refusal.side())) {
      return;
    }
    JsonObject told = new JsonObject().put("name", refusal.name()).put("reason", refusal.reason());
    put(told, "side", refusal.side());
    put(told, "at", refusal.at());
    json.put("refusal", told);
  }

  private static void put(JsonObject json, String name, Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
