package org.yilian.disputes;

/** Somebody who stands beside or for a party. Authority is null where the kind carries none. */
public record Representative(
    String id,
    String partyId,
    RepresentativeKind kind,
    String name,
    Sealed phone,
    IdType idType,
    Sealed idNumber,
    Authority authority,
    String documentId) {

  /** Whether the person may settle in the party's name (民事诉讼法第六十二条). */
  public boolean maySettle() {
    return kind == RepresentativeKind.LEGAL_GUARDIAN
        || kind.actsForParty() && authority == Authority.SPECIAL;
  }
}
