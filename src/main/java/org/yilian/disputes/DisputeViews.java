package org.yilian.disputes;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** How disputes and their people look to whom. No view shows a whole phone or identity number. */
final class DisputeViews {
  private DisputeViews() {}

  /** The dispute as staff see it. */
  static JsonObject forStaff(
      Dispute dispute, List<Party> parties, List<Representative> people, JsonArray rooms) {
    JsonArray all = new JsonArray();
    parties.forEach(party -> all.add(party(party, people)));
    JsonObject view = heading(dispute).put("source", dispute.source().name());
    put(view, "address", dispute.address());
    put(view, "description", dispute.description());
    put(view, "referringCourtId", dispute.referringCourtId());
    put(view, "externalNumber", dispute.externalNumber());
    view.put("courtLevel", dispute.courtLevel().name());
    return view.put("parties", all).put("rooms", rooms);
  }

  /** One line of a desk's list. */
  static JsonObject line(Dispute dispute, List<Party> parties, JsonArray rooms) {
    JsonArray all = new JsonArray();
    parties.forEach(party -> all.add(named(party)));
    JsonObject view = heading(dispute).put("parties", all).put("rooms", rooms);
    put(view, "address", dispute.address());
    put(view, "externalNumber", dispute.externalNumber());
    return view;
  }

  /**
   * The dispute as one party sees it. The address and the description are left out: they may be the
   * words of another side.
   */
  static JsonObject forParty(
      Dispute dispute, List<Party> parties, List<Representative> people, String ownPartyId) {
    JsonArray all = new JsonArray();
    for (Party party : parties) {
      all.add(party.id().equals(ownPartyId) ? party(party, people) : stranger(party));
    }
    return heading(dispute).put("parties", all);
  }

  static JsonObject party(Party party, List<Representative> people) {
    JsonObject view = named(party);
    put(view, "description", party.description());
    put(view, "phone", maskedPhone(party.phone()));
    if (party.idNumber() != null) {
      view.put("idType", party.idType().name()).put("idNumber", party.idNumber().masked());
    }
    put(view, "capacity", party.capacity() == null ? null : party.capacity().name());
    put(view, "legalRepresentative", party.legalRepresentative());
    put(view, "domicile", party.domicile());
    put(view, "habitualResidence", party.habitualResidence());
    put(view, "address", party.address());
    JsonArray own = new JsonArray();
    people.stream()
        .filter(one -> one.partyId().equals(party.id()))
        .forEach(one -> own.add(representative(one)));
    return view.put("representatives", own);
  }

  static JsonObject representative(Representative one) {
    JsonObject view =
        new JsonObject()
            .put("id", one.id())
            .put("partyId", one.partyId())
            .put("kind", one.kind().name())
            .put("name", one.name())
            .put("phone", maskedPhone(one.phone()))
            .put("idType", one.idType().name())
            .put("idNumber", one.idNumber().masked());
    put(view, "authority", one.authority() == null ? null : one.authority().name());
    put(view, "documentId", one.documentId());
    return one.conflictOfInterest() ? view.put("conflictOfInterest", true) : view;
  }

  private static JsonObject heading(Dispute dispute) {
    return new JsonObject()
        .put("id", dispute.id())
        .put("number", dispute.number())
        .put("type", dispute.type().name())
        .put("cause", dispute.cause())
        .put("status", dispute.status().name())
        .put("createdAt", dispute.createdAt().toString());
  }

  private static JsonObject named(Party party) {
    JsonObject view =
        new JsonObject()
            .put("id", party.id())
            .put("side", party.side())
            .put("kind", party.kind().name());
    put(view, "name", party.name());
    put(view, "description", party.name() == null ? party.description() : null);
    return view;
  }

  private static JsonObject stranger(Party party) {
    JsonObject view = new JsonObject().put("side", party.side());
    put(view, "name", party.name());
    return view;
  }

  private static String maskedPhone(Sealed phone) {
    return phone == null ? null : "*******" + phone.tail();
  }

  private static void put(JsonObject view, String name, String value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
