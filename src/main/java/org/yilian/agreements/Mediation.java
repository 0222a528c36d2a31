package org.yilian.agreements;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Marriage;
import org.yilian.disputes.Party;
import org.yilian.disputes.Representative;
import org.yilian.identity.Organisation;
import org.yilian.rooms.MemberRole;

/**
 * The mediation that an agreement comes out of: its room, its host, and who takes part.
 *
 * @param track its legal ground, such as PEOPLES_MEDIATION
 * @param organisations the host, then every other lawful organisation whose mediator has a seat
 * @param ended whether the room was ended for another cause than an agreement
 * @param flagged whether a private safety answer calls for care
 * @param openedAt when the talks began, or null
 * @param marriage what was asked at intake where a divorce may come of it
 * @param seats the standing memberships
 * @param sidesWithLawyer the sides that once had a lawyer in their own lane
 * @param suspects the parties who may not delegate before the police (程序规定 181)
 */
public record Mediation(
    String roomId,
    String track,
    boolean ended,
    boolean flagged,
    Instant openedAt,
    List<Organisation> organisations,
    Dispute dispute,
    Marriage marriage,
    List<Party> parties,
    List<Representative> representatives,
    List<Seat> seats,
    Set<String> sidesWithLawyer,
    Set<String> suspects) {
  public Mediation {
    Objects.requireNonNull(roomId);
    organisations = List.copyOf(organisations);
    parties = List.copyOf(parties);
    representatives = List.copyOf(representatives);
    seats = List.copyOf(seats);
    sidesWithLawyer = Set.copyOf(sidesWithLawyer);
    suspects = Set.copyOf(suspects);
  }

  /** The organisation that hosts the room and seals what comes out of it. */
  public Organisation host() {
    return organisations.get(0);
  }

  /** The seat of this principal, if he sits in the room now. */
  Optional<Seat> seatOf(String principalId) {
    return seats.stream().filter(seat -> seat.principalId().equals(principalId)).findFirst();
  }

  /** The standing seats of a role, in the order in which they were taken. */
  List<Seat> seatsOf(MemberRole role) {
    return seats.stream().filter(seat -> seat.role() == role).toList();
  }

  /** The names of the standing members of a role. */
  public List<String> namesOf(MemberRole role) {
    return seatsOf(role).stream().map(Seat::name).toList();
  }

  /** The party of this id, if it is one of the dispute. */
  public Optional<Party> party(String id) {
    return parties.stream().filter(party -> party.id().equals(id)).findFirst();
  }

  /** The representative of this id, if it is one of the dispute. */
  public Optional<Representative> representative(String id) {
    return representatives.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
