package org.yilian.agreements;

import java.util.List;
import java.util.Optional;
import org.yilian.disputes.Party;

/**
 * An agreement and everybody around it, as its confirmation needs them.
 *
 * @param standing as what the caller stands to it, or null for those whom confirmation lets in
 */
public record Concern(
    Agreement agreement, Mediation mediation, List<Signature> signatures, Standing standing) {
  public Concern {
    signatures = List.copyOf(signatures);
  }

  /**
   * As what somebody stands to an agreement.
   *
   * @param seat his standing seat in the room, or null
   * @param clerk whether he is a clerk of the host
   */
  public record Standing(Seat seat, boolean clerk) {
    /** The party he is or decides for, or empty. */
    public Optional<String> deciding() {
      return Optional.ofNullable(seat)
          .filter(one -> one.role().decidesForParty())
          .map(Seat::partyId);
    }

    /** The letter of his side, or null for staff. */
    public String side() {
      return seat == null ? null : seat.side();
    }
  }

  /** The names of the parties and mediators who have not signed the agreement. */
  public List<String> missingSignatures() {
    return agreement.form() == AgreementForm.ORAL
        ? List.of()
        : new Signatures(mediation, signatures).missingNames();
  }

  /** The first signature of a mediator, or empty. */
  public Optional<Signature> mediatorSignature() {
    return signatures.stream().filter(one -> one.role() == Signature.Role.MEDIATOR).findFirst();
  }

  /** The party of this id. */
  public Party party(String id) {
    return mediation.party(id).orElseThrow();
  }
}
