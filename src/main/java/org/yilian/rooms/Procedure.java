package org.yilian.rooms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Party;

/**
 * What has been done in a room so far, besides talking.
 *
 * @param checklist what an officer answered, or null while he has not, and on other tracks
 * @param rounds earlier mediations of the dispute by the police
 * @param today the date in Asia/Shanghai, on which somebody is of age or not
 */
record Procedure(
    Room room,
    Dispute dispute,
    List<Party> parties,
    List<Member> members,
    List<Consent> consents,
    List<Disclosure> disclosures,
    List<IdentityCheck> identityChecks,
    List<SafetyAnswer> safetyAnswers,
    PoliceChecklist checklist,
    PoliceRounds rounds,
    LocalDate today) {

  /** Where the other side knows name and ID tail and perhaps holds the phone, somebody looks. */
  boolean identityNeeded() {
    return room.flagged() || dispute.type().family();
  }

  List<Member> active(MemberRole role) {
    return members.stream().filter(m -> m.active() && m.role() == role).toList();
  }

  /**
   * Who decides for the party: its guardian where it cannot itself (民法典 19-23), and no agent where
   * it is the suspect before the police (程序规定 181).
   */
  List<Member> deciders(Party party) {
    if (party.needsGuardian(today)) {
      return members.stream()
          .filter(m -> m.active() && m.role() == MemberRole.LEGAL_GUARDIAN)
          .filter(m -> party.id().equals(m.partyId()))
          .toList();
    }
    return Deciders.of(members, party.id()).stream()
        .filter(m -> !suspect(party) || !m.role().isDelegate())
        .toList();
  }

  boolean suspect(Party party) {
    return checklist != null && checklist.suspects().contains(party.id());
  }

  boolean identified(Member member) {
    return identityChecks.stream().anyMatch(check -> check.memberId().equals(member.id()));
  }

  boolean answeredSafety(Member member) {
    return safetyAnswers.stream().anyMatch(answer -> answer.memberId().equals(member.id()));
  }

  Optional<Disclosure> disclosure(Member member) {
    return disclosures.stream().filter(d -> d.memberId().equals(member.id())).findFirst();
  }

  /** Whether anybody who decides for the party has consented, and has not taken it back. */
  boolean consented(Party party, ConsentKind kind, Member about) {
    return deciders(party).stream().anyMatch(by -> consented(by, kind, about));
  }

  /**
   * A consent to a person counts only if the person's relations were known: who discloses one is
   * consented to anew (在线调解规则第十三条: mediation goes on if the parties still agree).
   */
  private boolean consented(Member by, ConsentKind kind, Member about) {
    return consents.stream()
        .filter(c -> c.memberId().equals(by.id()) && c.kind() == kind && c.given())
        .filter(c -> about == null || about.id().equals(c.aboutMemberId()))
        .anyMatch(c -> about == null ? knewMediators(c) : knew(c, about));
  }

  private boolean knewMediators(Consent consent) {
    return consent.kind() != ConsentKind.ONLINE_MEDIATION
        || active(MemberRole.MEDIATOR).stream().allMatch(mediator -> knew(consent, mediator));
  }

  private boolean knew(Consent consent, Member about) {
    return disclosure(about)
        .filter(Disclosure::isRelated)
        .map(disclosed -> !consent.at().isBefore(disclosed.at()))
        .orElse(true);
  }
}
