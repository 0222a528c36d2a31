package org.yilian.confirmation;

import java.util.ArrayList;
import java.util.List;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Party;
import org.yilian.disputes.Representative;
import org.yilian.kernel.Texts;

/** The texts of a package: who the applicants are, whole, and what was agreed on. */
final class IdentityList {
  private static final Texts TEXTS = Texts.of("confirmation");

  private final Ledger ledger;
  private final boolean demo;

  IdentityList(Ledger ledger, boolean demo) {
    this.ledger = ledger;
    this.demo = demo;
  }

  /** Names, whole ID numbers, phones and addresses; lines ended by LF. */
  String of(CaseFile file) {
    List<String> lines = new ArrayList<>();
    lines.add(TEXTS.get("identity.head"));
    file.concern().mediation().parties().forEach(party -> party(lines, file, party));
    return text(lines);
  }

  private void party(List<String> lines, CaseFile file, Party party) {
    lines.add("");
    lines.add(
        TEXTS.get("identity.side", party.side(), TEXTS.get("role.applicant"), party.knownAs()));
    if (party.idNumber() != null) {
      String kind = TEXTS.get("id." + party.idType());
      lines.add(TEXTS.get("identity.id", kind, ledger.open(party.idNumber())));
    }
    if (party.phone() != null) {
      lines.add(TEXTS.get("identity.phone", ledger.open(party.phone())));
    }
    add(lines, "identity.legal", party.legalRepresentative());
    add(lines, "identity.domicile", party.domicile());
    add(lines, "identity.habitual", party.habitualResidence());
    add(lines, "identity.address", party.address());
    file.concern().mediation().representatives().stream()
        .filter(one -> one.partyId().equals(party.id()) && one.kind().actsForParty())
        .forEach(one -> representative(lines, one));
  }

  private void representative(List<String> lines, Representative one) {
    lines.add(
        TEXTS.get(
            "identity.representative",
            ApplicationForm.kind(one),
            one.name(),
            TEXTS.get("id." + one.idType()),
            ledger.open(one.idNumber()),
            ledger.open(one.phone())));
  }

  /** The agreed terms, for whoever copies them into a ruling. */
  String terms(CaseFile file) {
    List<String> lines = new ArrayList<>();
    lines.add(TEXTS.get("terms.head", file.concern().agreement().number()));
    lines.add("");
    file.concern().agreement().terms().lines().forEach(lines::add);
    return text(lines);
  }

  private String text(List<String> lines) {
    if (demo) {
      lines.add(0, TEXTS.get("demo"));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String key, String value) {
    if (value != null) {
      lines.add(TEXTS.get(key, value));
    }
  }
}
