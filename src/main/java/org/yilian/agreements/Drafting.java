package org.yilian.agreements;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.yilian.calendar.Deadlines;
import org.yilian.disputes.Capacity;
import org.yilian.disputes.Party;
import org.yilian.disputes.Representative;
import org.yilian.disputes.RepresentativeKind;
import org.yilian.kernel.Hash;
import org.yilian.rooms.MemberRole;
import org.yilian.rooms.Track;

/** Writes values out as the text that is signed, and judges them. Pure but for the clock. */
final class Drafting {
  private static final String ON_DIVORCE = "conditional-on-divorce";

  private final Findings findings = new Findings();
  private final Clock clock;
  private final boolean demo;

  Drafting(Clock clock, boolean demo) {
    this.clock = clock;
    this.demo = demo;
  }

  /**
   * What a draft is about beside its values.
   *
   * @param supplements the number of the agreement that it adds to, or null
   * @param begunAt when its first wording was stored, or null if it is not yet
   * @param signedAt when the last signature was given, or null while it is open
   * @param similar how many high agreements the same people made before, or null if unknown
   */
  record Frame(
      String number,
      AgreementForm form,
      AgreementScope scope,
      String supplements,
      Instant begunAt,
      Instant signedAt,
      Integer similar) {}

  Draft draft(Mediation mediation, Frame frame, AgreementValues values) {
    DraftUnderReview review = review(mediation, frame, values, null);
    List<Finding> found = findings.of(review);
    Ink ink = Ink.of(review);
    String text = AgreementText.of(source(mediation, frame, values, ink, found));
    return new Draft(values, text, Hash.of(text).value(), ink, found);
  }

  /**
   * The findings of values.
   *
   * @param confirmation the state of signatures and term, or null before the confirmation
   */
  List<Finding> findings(
      Mediation mediation,
      Frame frame,
      AgreementValues values,
      DraftUnderReview.Confirmation confirmation) {
    return findings.of(review(mediation, frame, values, confirmation));
  }

  private DraftUnderReview review(
      Mediation mediation,
      Frame frame,
      AgreementValues values,
      DraftUnderReview.Confirmation confirmation) {
    Instant now = clock.instant();
    return new DraftUnderReview(
        values,
        frame.form(),
        setting(mediation),
        mediation.parties().stream().map(party -> judged(mediation, party)).toList(),
        Deadlines.dateOf(now),
        new DraftUnderReview.Circumstances(
            frame.begunAt(),
            frame.signedAt() == null ? now : frame.signedAt(),
            frame.similar(),
            null),
        confirmation);
  }

  private static DraftUnderReview.Setting setting(Mediation mediation) {
    return new DraftUnderReview.Setting(
        mediation.dispute().type(),
        mediation.host().lawfulMediation(),
        "PUBLIC_SECURITY".equals(mediation.track()),
        "COMMERCIAL".equals(mediation.track()),
        mediation.marriage());
  }

  private static DraftUnderReview.Party judged(Mediation mediation, Party party) {
    List<Representative> guardians =
        mediation.representatives().stream()
            .filter(one -> one.partyId().equals(party.id()))
            .filter(one -> one.kind() == RepresentativeKind.LEGAL_GUARDIAN)
            .toList();
    Capacity capacity = party.capacity();
    return new DraftUnderReview.Party(
        party.id(),
        party.knownAs(),
        party.kind(),
        party.birthDate(),
        capacity == Capacity.LIMITED || capacity == Capacity.NONE,
        capacity == Capacity.FULL,
        !guardians.isEmpty(),
        guardians.stream().allMatch(Representative::conflictOfInterest),
        true,
        mediation.sidesWithLawyer().contains(party.side()));
  }

  private TextSource source(
      Mediation mediation, Frame frame, AgreementValues values, Ink ink, List<Finding> found) {
    return new TextSource(
        frame.number(),
        mediation.host().name(),
        Track.valueOf(mediation.track()),
        mediation.parties(),
        mediation.representatives(),
        mediation.namesOf(MemberRole.MEDIATOR),
        mediation.namesOf(MemberRole.NEUTRAL_LAWYER),
        frame.form(),
        frame.scope(),
        frame.supplements(),
        values,
        ink.needed(),
        found.stream().anyMatch(finding -> finding.code().equals(ON_DIVORCE)),
        demo);
  }
}
