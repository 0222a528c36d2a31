package org.yilian.dossiers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yilian.disputes.Party;
import org.yilian.disputes.PartyKind;

/** The people of a mediation as templates take them; numbers by their tails alone. */
final class People {
  private People() {}

  static List<Map<String, Object>> of(List<Party> parties) {
    List<Map<String, Object>> people = new ArrayList<>();
    for (Party party : parties) {
      boolean organisation = party.kind() == PartyKind.ORGANISATION;
      Map<String, Object> one = new HashMap<>();
      one.put("role", DossierTexts.get("side", party.side()));
      one.put("name", party.knownAs());
      one.put("organisation", organisation);
      one.put("address", party.address() == null ? party.domicile() : party.address());
      one.put("phone", party.phone() == null ? null : party.phone().masked());
      one.put("bornOn", organisation ? null : party.birthDate());
      one.put("representative", party.legalRepresentative());
      one.put(
          organisation ? "code" : "idNumber",
          party.idNumber() == null ? null : party.idNumber().masked());
      people.add(one);
    }
    return people;
  }

  /** By side and name alone. */
  static List<Map<String, Object>> named(List<Party> parties) {
    return parties.stream()
        .map(
            party ->
                Map.<String, Object>of(
                    "role", DossierTexts.get("side", party.side()), "name", party.knownAs()))
        .toList();
  }

  /** Those who have confirmed, by what they confirmed and when; a line to sign for the others. */
  static List<Map<String, Object>> confirmed(
      List<Party> parties, List<Matter.Confirmation> confirmations) {
    List<Map<String, Object>> people = new ArrayList<>();
    for (Matter.Confirmation one : confirmations) {
      if (parties.stream().anyMatch(party -> party.side().equals(one.side()))) {
        Map<String, Object> signature = new HashMap<>();
        signature.put("role", DossierTexts.get("side", one.side()));
        signature.put("name", one.name());
        signature.put("method", DossierTexts.get("confirmed-online", one.hash().substring(7, 15)));
        signature.put("signedAt", one.at());
        people.add(signature);
      }
    }
    parties.stream()
        .filter(party -> confirmations.stream().noneMatch(c -> c.side().equals(party.side())))
        .forEach(party -> people.addAll(named(List.of(party))));
    return people;
  }

  static List<Map<String, Object>> named(String role, String name) {
    return List.of(Map.of("role", role, "name", name));
  }
}
