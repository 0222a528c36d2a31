package org.yilian.performance;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yilian.agreements.Concern;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.disputes.Party;
import org.yilian.kernel.Texts;

/** What follows from an agreement, as JSON for one who may know of it. */
final class PerformanceViews {
  private static final Texts TEXTS = Texts.of("performance");

  private final Deadlines deadlines;

  PerformanceViews(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /** A whole schedule: what this one sees of it, and what is open where something was not done. */
  JsonObject json(
      Concerned who,
      List<Obligation> all,
      Map<String, List<StepTaken>> steps,
      boolean enforceable,
      LocalDate today) {
    List<Obligation> seen = all.stream().filter(who::sees).toList();
    JsonArray items = new JsonArray();
    for (Obligation one : seen) {
      List<StepTaken> told = steps.getOrDefault(one.id(), List.of());
      items.add(item(who, one, today).put("steps", steps(who.concern(), told)));
    }
    JsonObject json =
        new JsonObject()
            .put("agreementId", who.concern().agreement().id())
            .put("number", who.concern().agreement().number())
            .put("status", status(seen))
            .put("obligations", items);
    boolean defaulted = seen.stream().anyMatch(o -> o.status() == ObligationStatus.DEFAULTED);
    if (defaulted) {
      json.put("roads", roads(who.concern(), enforceable, seen));
      json.put("mayRound", who.keepsRecords());
    }
    return json;
  }

  /** One obligation with who owes it to whom. */
  JsonObject item(Concerned who, Obligation one, LocalDate today) {
    boolean overdue = one.overdueOn(today);
    JsonArray may = new JsonArray();
    who.may(one, overdue).forEach(step -> may.add(step.name()));
    JsonObject json =
        new JsonObject()
            .put("id", one.id())
            .put("agreementId", one.agreementId())
            .put("clause", one.clause())
            .put("words", one.words())
            .put("status", one.status().name())
            .put("overdue", overdue)
            .put("debtor", party(who.concern(), one.debtorId()))
            .put("may", may);
    put(json, "part", one.part() == 0 ? null : one.part());
    put(json, "amountFen", one.amountFen());
    put(json, "dueOn", one.dueOn() == null ? null : one.dueOn().toString());
    put(json, "creditor", party(who.concern(), one.creditorId()));
    if (who.partyId() != null) {
      json.put("role", one.debtorId().equals(who.partyId()) ? "DEBTOR" : "CREDITOR");
    }
    return json;
  }

  private static JsonObject party(Concern concern, String id) {
    if (id == null) {
      return null;
    }
    Party party = concern.party(id);
    return JsonObject.of("id", id, "name", party.knownAs(), "side", party.side());
  }

  private static JsonArray steps(Concern concern, List<StepTaken> steps) {
    JsonArray all = new JsonArray();
    for (StepTaken one : steps) {
      JsonObject json =
          new JsonObject()
              .put("step", one.step().name())
              .put("by", one.byName())
              .put("at", one.at().toString())
              .put("fileIds", new JsonArray(one.fileIds()));
      put(json, "note", one.note());
      put(json, "performedOn", one.performedOn() == null ? null : one.performedOn().toString());
      put(json, "for", one.forPartyId() == null ? null : concern.party(one.forPartyId()).knownAs());
      all.add(json);
    }
    return all;
  }

  /** {@code NONE}, {@code PERFORMING}, {@code FULFILLED} or {@code BREACHED}. */
  private static String status(List<Obligation> all) {
    if (all.isEmpty()) {
      return "NONE";
    }
    if (all.stream().anyMatch(one -> one.status() == ObligationStatus.DEFAULTED)) {
      return "BREACHED";
    }
    return all.stream().allMatch(one -> one.status().settled()) ? "FULFILLED" : "PERFORMING";
  }

  private JsonArray roads(Concern concern, boolean enforceable, List<Obligation> seen) {
    JsonArray roads = new JsonArray();
    if (enforceable) {
      String clock =
          seen.stream()
              .filter(one -> one.status() == ObligationStatus.DEFAULTED && one.dueOn() != null)
              .min((a, b) -> a.dueOn().compareTo(b.dueOn()))
              .map(this::clock)
              .orElse("");
      roads.add(road("ENFORCE", TEXTS.get("road.ENFORCE.text", clock)));
      return roads.add(road("ROUND", TEXTS.get("road.ROUND.text")));
    }
    boolean mediation = concern.mediation().track().equals("PEOPLES_MEDIATION");
    Stream.of("CONFIRM", "ROUND", "SUE")
        .filter(code -> mediation || !code.equals("CONFIRM"))
        .forEach(code -> roads.add(road(code, TEXTS.get("road." + code + ".text"))));
    return roads;
  }

  /**
   * By when enforcement is applied for, counted from this obligation's own day: the safe reading.
   */
  String clock(Obligation one) {
    return deadlines.after(Term.ENFORCEMENT, one.dueOn()).safeDate()
        + " 前申请最稳妥。"
        + deadlines.basis(Term.ENFORCEMENT);
  }

  private static JsonObject road(String code, String text) {
    return JsonObject.of("code", code, "title", TEXTS.get("road." + code + ".title"), "text", text);
  }

  private static void put(JsonObject json, String name, Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
