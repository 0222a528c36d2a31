package org.yilian.disputes;

import java.util.List;
import java.util.Objects;

/**
 * Guardians whose own interest is against those they act for (民法典 35): who is a party of another
 * side himself, or guardian on two sides. What staff noted beside that stands as well.
 */
final class Conflicts {
  private Conflicts() {}

  /** The same people, each with whether he is in conflict. */
  static List<Representative> marked(List<Representative> people, List<Party> parties) {
    return people.stream()
        .map(one -> standsAgainst(one, people, parties) ? one.inConflict() : one)
        .toList();
  }

  private static boolean standsAgainst(
      Representative one, List<Representative> people, List<Party> parties) {
    if (one.kind() != RepresentativeKind.LEGAL_GUARDIAN) {
      return false;
    }
    String side = side(one, parties);
    boolean party =
        parties.stream()
            .filter(other -> !other.side().equals(side))
            .anyMatch(other -> same(one.idNumber(), other.idNumber()));
    boolean both =
        people.stream()
            .filter(other -> other.kind() == RepresentativeKind.LEGAL_GUARDIAN)
            .filter(other -> !side(other, parties).equals(side))
            .anyMatch(other -> same(one.idNumber(), other.idNumber()));
    return party || both;
  }

  private static String side(Representative one, List<Party> parties) {
    return parties.stream()
        .filter(party -> party.id().equals(one.partyId()))
        .map(Party::side)
        .findFirst()
        .orElseThrow();
  }

  private static boolean same(Sealed one, Sealed other) {
    return other != null && Objects.equals(one.index(), other.index());
  }
}
