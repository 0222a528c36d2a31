package org.yilian.confirmation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Signature;
import org.yilian.calendar.Deadlines;
import org.yilian.disputes.Party;
import org.yilian.disputes.PartyKind;
import org.yilian.disputes.Representative;
import org.yilian.kernel.Texts;

/**
 * What an application is filled with. It is stored as it was when the first applicant read it. Both
 * applicants read all of it, so numbers are masked and a person's address is left to the annex.
 */
final class ApplicationForm {
  private static final Texts TEXTS = Texts.of("confirmation");

  private ApplicationForm() {}

  static JsonObject of(Concern concern, Courts.Competent court) {
    JsonArray applicants = new JsonArray();
    concern.mediation().parties().forEach(party -> applicants.add(applicant(concern, party)));
    String number = concern.agreement().number();
    return new JsonObject()
        .put("court", court.court().name())
        .put("applicants", applicants)
        .put("organisation", concern.mediation().host().name())
        .put("agreementNumber", number)
        .put("agreedOn", agreedOn(concern).toString())
        .put("effectiveOn", concern.agreement().effectiveOn().toString())
        .put("facts", facts(concern))
        .put(
            "connection",
            TEXTS.get("connection", court.competence().words(), court.competence().article()))
        // 代递交委托: the host forwards what both have signed, and is nobody's agent.
        .put("forwarding", true)
        .put("attachments", attachments());
  }

  /** The day on which the last of the parties signed; of an oral agreement the day of effect. */
  static LocalDate agreedOn(Concern concern) {
    return concern.signatures().stream()
        .map(Signature::at)
        .max(Comparator.naturalOrder())
        .map(Deadlines::dateOf)
        .orElse(concern.agreement().effectiveOn());
  }

  private static String facts(Concern concern) {
    List<String> names = concern.mediation().parties().stream().map(Party::knownAs).toList();
    return TEXTS.get(
        "facts",
        String.join("、", names),
        concern.mediation().dispute().cause(),
        concern.mediation().host().name(),
        concern.agreement().number(),
        concern.agreement().textHash());
  }

  private static JsonObject applicant(Concern concern, Party party) {
    boolean organisation = party.kind() == PartyKind.ORGANISATION;
    JsonObject applicant =
        new JsonObject()
            .put("organisation", organisation)
            .put("name", party.knownAs())
            .put("address", address(party, organisation))
            .put(
                "phone",
                party.phone() == null ? TEXTS.get("address.none") : party.phone().masked());
    if (party.idNumber() != null) {
      applicant.put(organisation ? "code" : "idNumber", party.idNumber().masked());
    }
    if (organisation && party.legalRepresentative() != null) {
      applicant.put("representative", party.legalRepresentative());
    }
    JsonArray agents = new JsonArray();
    concern.mediation().representatives().stream()
        .filter(one -> one.partyId().equals(party.id()) && one.kind().actsForParty())
        .forEach(one -> agents.add(agent(one)));
    return agents.isEmpty() ? applicant : applicant.put("agents", agents);
  }

  private static String address(Party party, boolean organisation) {
    if (!organisation) {
      return TEXTS.get("address.hidden");
    }
    String known = party.domicile() == null ? party.address() : party.domicile();
    return known == null ? TEXTS.get("address.none") : known;
  }

  private static JsonObject agent(Representative one) {
    return JsonObject.of("name", one.name(), "kind", kind(one), "phone", one.phone().masked());
  }

  static String kind(Representative one) {
    String kind = TEXTS.get("representative." + one.kind());
    return one.authority() == null ? kind : kind + "，" + TEXTS.get("authority." + one.authority());
  }

  private static JsonArray attachments() {
    JsonArray attachments = new JsonArray();
    for (String each : List.of("agreement", "certificate", "identity", "address")) {
      attachments.add(
          JsonObject.of(
              "title", TEXTS.get("attachment." + each),
              "copies", TEXTS.get("attachment.copies")));
    }
    return attachments;
  }

  /** As the template takes it: dates are dates, lists are lists of maps. */
  static Map<String, Object> values(JsonObject form) {
    Map<String, Object> values = new HashMap<>(form.copy().getMap());
    values.put("agreedOn", LocalDate.parse(form.getString("agreedOn")));
    values.put("effectiveOn", LocalDate.parse(form.getString("effectiveOn")));
    for (String list : List.of("applicants", "attachments")) {
      values.put(list, maps(form.getJsonArray(list)));
    }
    return values;
  }

  private static List<Map<String, Object>> maps(JsonArray array) {
    return array.stream().map(item -> map((JsonObject) item)).toList();
  }

  private static Map<String, Object> map(JsonObject json) {
    Map<String, Object> map = new HashMap<>();
    for (String name : json.fieldNames()) {
      Object value = json.getValue(name);
      map.put(name, value instanceof JsonArray ? maps((JsonArray) value) : value);
    }
    return map;
  }
}
