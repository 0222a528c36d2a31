package org.yilian.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yilian.disputes.Party;
import org.yilian.disputes.PartyKind;
import org.yilian.disputes.Representative;
import org.yilian.kernel.Texts;

/**
 * Writes the exact text that is signed: plain, its lines ended by LF, without a byte order mark. It
 * holds what the parties agreed on and the fixed lines about effect; no term is added to theirs.
 */
final class AgreementText {
  private static final String[] ORDINALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  private static final Texts TEXTS = Texts.of("agreements");

  private final TextSource source;
  private final List<String> lines = new ArrayList<>();

  private AgreementText(TextSource source) {
    this.source = source;
  }

  static String of(TextSource source) {
    AgreementText text = new AgreementText(source);
    text.head();
    text.parties();
    text.agreed();
    text.effect();
    text.signing();
    return String.join("\n", text.lines) + "\n";
  }

  /** The part of such a text that holds what was agreed on, clause by clause. */
  static String terms(String text) {
    int from = text.indexOf(TEXTS.get("heading.terms"));
    int to = text.indexOf("\n" + TEXTS.get("heading.effect") + "\n", from);
    return text.substring(text.indexOf('\n', from) + 1, to).strip() + "\n";
  }

  private void head() {
    fixed("title." + track());
    if (source.demo()) {
      fixed("demo");
    }
    fixed("number", source.number());
    fixed("host", source.host());
    if (!source.mediators().isEmpty()) {
      fixed("mediators", String.join("、", source.mediators()));
    }
    if (!source.lawyers().isEmpty()) {
      fixed("lawyers", String.join("、", source.lawyers()));
    }
    if (source.supplements() != null) {
      fixed("supplements", source.supplements());
    }
    if (source.scope() == AgreementScope.PART) {
      fixed("part");
    }
    if (source.form() == AgreementForm.ORAL) {
      fixed("oral");
    }
  }

  private void parties() {
    for (int i = 0; i < source.parties().size(); i++) {
      blank();
      party(i, source.parties().get(i));
    }
  }

  private void party(int index, Party party) {
    fixed("party", ordinal(index), party.knownAs());
    if (party.idNumber() != null) {
      fixed("party.id", TEXTS.get("id." + party.idType()), party.idNumber().masked());
    }
    optional("party.legal", party.legalRepresentative());
    if (party.kind() == PartyKind.ORGANISATION) {
      optional("party.domicile", party.domicile());
    }
    optional("party.phone", party.phone() == null ? null : party.phone().masked());
    for (Representative one : source.representatives()) {
      if (one.partyId().equals(party.id()) && one.kind().actsForParty()) {
        fixed("party.representative", TEXTS.get("representative." + one.kind()), one.name());
      }
    }
  }

  private void agreed() {
    section("heading.facts", source.values().facts());
    section("heading.issues", source.values().issues());
    section("heading.responsibility", source.values().responsibility());
    blank();
    fixed("heading.terms");
    int n = 0;
    for (Clause clause : source.values().terms()) {
      words(++n + ". " + clause.text());
      details(clause);
    }
  }

  private void details(Clause clause) {
    pay(clause);
    int n = 0;
    for (Instalment part : clause.instalments()) {
      detail("term.instalment", "" + ++n, day(part.dueOn()), part.amount().inDocument());
    }
    if (clause.dueOn() != null) {
      detail("term.due", day(clause.dueOn()));
    }
    if (clause.manner() != null) {
      detail("term.manner", clause.manner());
    }
    if (clause.performedOn() != null) {
      detail("term.performed", day(clause.performedOn()));
    }
  }

  private void pay(Clause clause) {
    String payer = clause.payer() == null ? null : source.name(clause.payer());
    String payee = clause.payee() == null ? null : source.name(clause.payee());
    if (clause.amount() == null) {
      optionalDetail("term.obliged", payer);
      optionalDetail("term.entitled", payee);
      return;
    }
    String amount = clause.amount().inDocument();
    if (payer != null && payee != null) {
      detail("term.pays", payer, payee, amount);
    } else if (payer != null) {
      detail("term.payer", payer, amount);
    } else if (payee != null) {
      detail("term.payee", payee, amount);
    } else {
      detail("term.amount", amount);
    }
  }

  private void effect() {
    blank();
    fixed("heading.effect");
    fixed(source.form() == AgreementForm.ORAL ? "effect.oral" : "effect.written." + track());
    if (source.police()) {
      fixed("effect.unperformed.police");
    }
    if (source.onDivorce()) {
      fixed("effect.divorce");
    }
    blank();
    fixed("heading.confirmation");
    fixed("confirmation." + track());
  }

  /** People's mediation and the police's each have words of their own; the rest share some. */
  private String track() {
    return source.people() ? "people" : source.police() ? "police" : "other";
  }

  private void signing() {
    if (source.form() == AgreementForm.ORAL) {
      return;
    }
    blank();
    fixed("heading.signing");
    fixed(source.inkNeeded() ? "signing.ink" : "signing.glass");
    fixed("copies", "" + source.values().copies());
  }

  private void section(String heading, String words) {
    blank();
    fixed(heading);
    words(words);
  }

  private void optional(String key, String value) {
    if (value != null) {
      fixed(key, value);
    }
  }

  private void optionalDetail(String key, String value) {
    if (value != null) {
      detail(key, value);
    }
  }

  private void detail(String key, Object... values) {
    lines.add("   " + TEXTS.get(key, values));
  }

  private void fixed(String key, Object... values) {
    lines.add(TEXTS.get(key, values));
  }

  /** What people typed: whatever their line ends were, they are LF here. */
  private void words(String typed) {
    typed.strip().lines().map(String::stripTrailing).forEach(lines::add);
  }

  private void blank() {
    lines.add("");
  }

  private static String ordinal(int index) {
    return index < ORDINALS.length ? ORDINALS[index] : "" + (index + 1);
  }

  private static String day(LocalDate date) {
    return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }
}
