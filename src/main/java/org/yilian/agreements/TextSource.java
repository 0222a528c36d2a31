package org.yilian.agreements;

import java.util.List;
import java.util.Objects;
import org.yilian.disputes.Party;
import org.yilian.disputes.Representative;
import org.yilian.rooms.Track;

/**
 * Everything that the text of an agreement is made from.
 *
 * @param track its legal ground: what it may say of effect and confirmation hangs on it
 * @param supplements the number of the agreement that this one adds to, or null
 * @param onDivorce whether some terms hold only if a divorce follows
 */
record TextSource(
    String number,
    String host,
    Track track,
    List<Party> parties,
    List<Representative> representatives,
    List<String> mediators,
    List<String> lawyers,
    AgreementForm form,
    AgreementScope scope,
    String supplements,
    AgreementValues values,
    boolean inkNeeded,
    boolean onDivorce,
    boolean demo) {
  TextSource {
    Objects.requireNonNull(number);
    Objects.requireNonNull(track);
    Objects.requireNonNull(values);
    parties = List.copyOf(parties);
    representatives = List.copyOf(representatives);
    mediators = List.copyOf(mediators);
    lawyers = List.copyOf(lawyers);
  }

  boolean people() {
    return track == Track.PEOPLES_MEDIATION;
  }

  boolean police() {
    return track == Track.PUBLIC_SECURITY;
  }

  /** The name of a party of the dispute. */
  String name(String partyId) {
    return parties.stream()
        .filter(party -> party.id().equals(partyId))
        .map(Party::knownAs)
        .findFirst()
        .orElseThrow();
  }
}
