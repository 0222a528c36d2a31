package org.yilian.dossiers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yilian.disputes.IdType;
import org.yilian.disputes.Party;
import org.yilian.disputes.Representative;
import org.yilian.disputes.Sealed;
import org.yilian.kernel.Texts;

/** Who was identified how: everybody who sat on a side, and the parties who never came. */
final class IdentityRows {
  private static final Texts STAFF = Texts.of("staff");
  private static final Texts IDS = Texts.of("confirmation");

  private IdentityRows() {}

  static List<Map<String, Object>> of(Matter matter) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Matter.Attendee one : matter.attendees()) {
      rows.add(row(matter, one));
    }
    for (Party party : matter.mediation().parties()) {
      if (matter.attendees().stream().noneMatch(one -> party.id().equals(one.partyId()))) {
        rows.add(absent(party));
      }
    }
    return rows;
  }

  private static Map<String, Object> row(Matter matter, Matter.Attendee one) {
    Map<String, Object> row = new HashMap<>();
    row.put("side", one.side());
    row.put("name", one.name());
    row.put("role", STAFF.get("role." + one.role()));
    row.put("method", one.method() == null ? null : DossierTexts.get("check." + one.method()));
    row.put("checkedBy", one.checkedBy());
    row.put("at", one.at());
    if (one.representativeId() != null) {
      matter
          .mediation()
          .representative(one.representativeId())
          .ifPresent((Representative who) -> number(row, who.idType(), who.idNumber()));
    } else if (one.partyId() != null) {
      matter
          .mediation()
          .party(one.partyId())
          .ifPresent(who -> number(row, who.idType(), who.idNumber()));
    }
    return row;
  }

  private static Map<String, Object> absent(Party party) {
    Map<String, Object> row = new HashMap<>();
    row.put("side", party.side());
    row.put("name", party.knownAs());
    row.put("role", STAFF.get("role.PARTY"));
    number(row, party.idType(), party.idNumber());
    return row;
  }

  private static void number(Map<String, Object> row, IdType type, Sealed number) {
    if (number != null) {
      row.put("idType", IDS.get("id." + type));
      row.put("idTail", number.tail());
    }
  }
}
