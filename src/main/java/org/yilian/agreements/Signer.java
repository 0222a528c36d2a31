package org.yilian.agreements;

import java.time.LocalDate;
import java.util.Optional;
import org.yilian.disputes.Party;
import org.yilian.disputes.Representative;
import org.yilian.disputes.Sealed;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.MemberRole;

/**
 * Who signs, and for whom.
 *
 * @param party the party who is bound, or null for a mediator
 * @param representative who signs for the party, or null where it signs itself
 * @param seat the seat of whoever signs, or null where the party has none yet
 * @param enteredBy the clerk who enters it from paper, by principal, or null
 */
public record Signer(Party party, Representative representative, Seat seat, String enteredBy) {
  /** Who signs by this mark, or 404 for those who sign nothing. */
  static Signer of(Access.Seen seen, String onBehalfOf) {
    Viewer viewer = seen.viewer();
    if (onBehalfOf != null) {
      viewer.requireClerk();
      return onPaper(seen.mediation(), onBehalfOf, viewer.caller().principalId());
    }
    if (viewer.mediator()) {
      return new Signer(null, null, viewer.seat(), null);
    }
    if (!viewer.ofSide()) {
      throw Refusal.notFound();
    }
    return ofSide(seen.mediation(), viewer.seat(), null);
  }

  /** A party by its id, or a mediator by seat or person. */
  private static Signer onPaper(Mediation mediation, String id, String clerk) {
    Optional<Party> party = mediation.party(id);
    if (party.isPresent()) {
      Seat seat = mediation.seatOf(id).orElse(null);
      return new Signer(party.get(), null, seat, clerk);
    }
    return mediation.seats().stream()
        .filter(seat -> seat.role() == MemberRole.MEDIATOR)
        .filter(seat -> seat.memberId().equals(id) || seat.principalId().equals(id))
        .findFirst()
        .map(seat -> new Signer(null, null, seat, clerk))
        .orElseThrow(() -> Refusal.field("onBehalfOf", "应为本纠纷的当事人或者调解员。"));
  }

  static Signer ofSide(Mediation mediation, Seat seat, String clerk) {
    Party party = mediation.party(seat.partyId()).orElseThrow(Refusal::notFound);
    Representative representative =
        seat.representativeId() == null
            ? null
            : mediation.representative(seat.representativeId()).orElseThrow(Refusal::notFound);
    return new Signer(party, representative, seat, clerk);
  }

  public boolean mediator() {
    return party == null;
  }

  public boolean onPaper() {
    return enteredBy != null;
  }

  /** What the signature binds: the party, or the mediator's seat. */
  public String id() {
    return mediator() ? seat.memberId() : party.id();
  }

  public String principalId() {
    if (mediator()) {
      return seat.principalId();
    }
    return representative == null ? party.id() : representative.id();
  }

  public String name() {
    if (mediator()) {
      return seat.name();
    }
    return representative == null ? party.knownAs() : representative.name();
  }

  /** Where codes are sent to, or 409 {@code phone-missing}. */
  public Sealed phone() {
    Sealed phone = representative == null ? party.phone() : representative.phone();
    if (phone == null) {
      throw Refusal.conflict("phone-missing", "还没有登记您的手机号，请联系调解员。");
    }
    return phone;
  }

  /** A typed name is that of the signer; for an organisation also that of who represents it. */
  boolean named(String typed) {
    String name = typed.strip();
    boolean represented =
        !mediator() && representative == null && name.equals(party.legalRepresentative());
    return represented || name.equals(name()) || name.equals(name().replaceFirst("（.*）$", ""));
  }

  /**
   * 民法典 17-23: whose capacity is not full, his guardian signs for him; 民诉法 62: to settle takes
   * special authority.
   */
  boolean maySettle(LocalDate today) {
    if (mediator()) {
      return true;
    }
    if (representative != null) {
      return representative.maySettle();
    }
    // On paper a clerk looks at who signs.
    return onPaper() || !party.needsGuardian(today);
  }
}
