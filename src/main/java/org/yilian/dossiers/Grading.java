package org.yilian.dossiers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.calendar.Deadline;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.disputes.Party;
import org.yilian.disputes.Representative;

/** Holds a file against what has to be in it, and its steps against their days. */
final class Grading {
  private final Deadlines deadlines;
  private final LocalDate today;
  private final Aftermath aftermath;
  private final Set<ItemKind> entered;
  private final List<String> missing = new ArrayList<>();
  private final List<String> late = new ArrayList<>();

  private Grading(
      Deadlines deadlines, LocalDate today, Aftermath aftermath, Collection<Entry> entries) {
    this.deadlines = deadlines;
    this.today = today;
    this.aftermath = aftermath;
    this.entered = entries.stream().map(Entry::kind).collect(Collectors.toSet());
  }

  static Grade of(
      List<Matter> matters,
      Aftermath aftermath,
      Collection<Entry> entries,
      Deadlines deadlines,
      LocalDate today) {
    Grading grading = new Grading(deadlines, today, aftermath, entries);
    matters.forEach(grading::judge);
    boolean closed = matters.stream().allMatch(Matter::closed);
    return Grade.of(closed, grading.missing, grading.late);
  }

  private void judge(Matter matter) {
    informed(matter);
    identified(matter);
    authorised(matter);
    recorded(matter);
    concluded(matter);
    for (Matter.Contract agreement : matter.agreements()) {
      sealed(agreement);
      if (agreement.effective()) {
        served(matter, agreement);
        performed(agreement);
      }
    }
    term(matter);
    matter.court().stream()
        .filter(file -> file.lateReason() != null)
        .map(file -> DossierTexts.get("late.confirmation", file.agreementNumber()))
        .distinct()
        .forEach(late::add);
  }

  private void missing(String key, Object... values) {
    missing.add(DossierTexts.get("missing." + key, values));
  }

  /** 人民调解法 23, 24: whoever was asked online has read the notice there; others sign it on paper. */
  private void informed(Matter matter) {
    if (entered.contains(ItemKind.NOTICE)) {
      return;
    }
    for (Party party : matter.mediation().parties()) {
      boolean asked =
          matter.attendees().stream()
              .filter(one -> party.id().equals(one.partyId()))
              .anyMatch(
                  one ->
                      matter.decisions().stream()
                          .anyMatch(
                              decision ->
                                  decision.kind().equals("ONLINE_MEDIATION")
                                      && decision.memberId().equals(one.memberId())));
      if (!asked) {
        missing("notice", party.knownAs());
      }
    }
  }

  private void identified(Matter matter) {
    if (entered.contains(ItemKind.IDENTITY)) {
      return;
    }
    IdentityRows.of(matter).stream()
        .filter(row -> row.get("at") == null)
        .forEach(row -> missing("identity", row.get("name")));
  }

  private void authorised(Matter matter) {
    if (entered.contains(ItemKind.AUTHORITY)) {
      return;
    }
    for (Representative one : matter.mediation().representatives()) {
      if (one.kind().actsForParty() && one.documentId() == null) {
        missing("authority", one.name());
      }
    }
  }

  private void recorded(Matter matter) {
    if (matter.common().isEmpty()
        && matter.undisputed().isEmpty()
        && !entered.contains(ItemKind.RECORD)) {
      missing("record", matter.room().number());
    }
  }

  /** 人民调解法 26: who comes to no terms is told of the roads that remain. */
  private void concluded(Matter matter) {
    if (matter.closed()
        && matter.effective().isEmpty()
        && !entered.contains(ItemKind.TERMINATION)) {
      missing("termination", matter.room().number());
    }
  }

  private void sealed(Matter.Contract agreement) {
    if (agreement.oral() || agreement.signedAt() == null) {
      return;
    }
    Deadline due = deadlines.after(Term.SEALING, Deadlines.dateOf(agreement.signedAt()));
    if (!agreement.effective()) {
      missing("seal", agreement.number());
    }
    LocalDate on = agreement.sealedAt() == null ? today : Deadlines.dateOf(agreement.sealedAt());
    if (due.isOverOn(on)) {
      late.add(DossierTexts.get("late.seal", agreement.number(), due.safeDate()));
    }
  }

  private void served(Matter matter, Matter.Contract agreement) {
    if (entered.contains(ItemKind.SERVICE)) {
      return;
    }
    for (Party party : matter.mediation().parties()) {
      boolean given =
          matter.deliveries().stream()
              .anyMatch(
                  one ->
                      one.agreementId().equals(agreement.id()) && party.id().equals(one.partyId()));
      if (!given) {
        missing("service", party.knownAs(), agreement.number());
      }
    }
  }

  /** 人民调解法 31: the committee sees to it that an agreement is kept. */
  private void performed(Matter.Contract agreement) {
    if (agreement.performedBy() == null || !today.isAfter(agreement.performedBy())) {
      return;
    }
    if (!entered.contains(ItemKind.PERFORMANCE) && !aftermath.settled().contains(agreement.id())) {
      missing("performance", agreement.number(), agreement.performedBy());
    }
    if (!entered.contains(ItemKind.FOLLOW_UP) && aftermath.followUps().isEmpty()) {
      missing("follow-up", agreement.number());
    }
  }

  private void term(Matter matter) {
    if (matter.room().openedAt() == null) {
      return;
    }
    LocalDate opened = Deadlines.dateOf(matter.room().openedAt());
    Deadline due = deadlines.after(Term.MEDIATION, opened);
    if (due.isOverOn(matter.endedOn().orElse(today))) {
      late.add(DossierTexts.get("late.term", matter.room().number(), due.safeDate()));
    }
  }
}
