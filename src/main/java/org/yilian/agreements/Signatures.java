package org.yilian.agreements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yilian.disputes.Party;
import org.yilian.rooms.MemberRole;

/** Who has signed a version, and who has not. */
record Signatures(Mediation mediation, List<Signature> given) {
  Signatures {
    given = List.copyOf(given);
  }

  Optional<Signature> of(String signerId) {
    return given.stream().filter(one -> one.signerId().equals(signerId)).findFirst();
  }

  /** When the last of those who have signed did. */
  Instant lastAt() {
    return given.stream().map(Signature::at).max(Instant::compareTo).orElseThrow();
  }

  boolean mediatorSigned() {
    return given.stream().anyMatch(one -> one.role() == Signature.Role.MEDIATOR);
  }

  /** Whether a party signed on the glass, so that the parties' agreement to it is worth a line. */
  boolean electronic() {
    return given.stream()
        .anyMatch(one -> one.role() == Signature.Role.PARTY && !one.method().paper());
  }

  List<Party> missingParties() {
    return mediation.parties().stream().filter(party -> of(party.id()).isEmpty()).toList();
  }

  /** Every party and a mediator: 人民调解法 29. */
  boolean complete() {
    return mediatorSigned() && missingParties().isEmpty();
  }

  /** The names of those who still have to sign. */
  List<String> missingNames() {
    List<String> names = new ArrayList<>(missingParties().stream().map(Party::knownAs).toList());
    if (!mediatorSigned()) {
      names.addAll(mediation.namesOf(MemberRole.MEDIATOR));
    }
    return names;
  }
}
