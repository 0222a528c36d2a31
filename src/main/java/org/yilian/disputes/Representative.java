package org.yilian.disputes;

/**
 * Somebody who stands beside or for a party. Authority is null where the kind carries none.
 *
 * @param conflictOfInterest whether his own interest is against the party's
 */
public record Representative(
    String id,
    String partyId,
    RepresentativeKind kind,
    String name,
    Sealed phone,
    IdType idType,
    Sealed idNumber,
    Authority authority,
    String documentId,
    boolean conflictOfInterest) {

  /** The same person, noted as standing against the party. */
  Representative inConflict() {
    return new Representative(
        id, partyId, kind, name, phone, idType, idNumber, authority, documentId, true);
  }

  /**
   * Whether the person may settle in the party's name: an agent by special authority (民事诉讼法第六十二条),
   * nobody whose own interest is against it (民法典第三十五条).
   */
  public boolean maySettle() {
    boolean entitled =
        kind == RepresentativeKind.LEGAL_GUARDIAN
            || kind.actsForParty() && authority == Authority.SPECIAL;
    return entitled && !conflictOfInterest;
  }
}
