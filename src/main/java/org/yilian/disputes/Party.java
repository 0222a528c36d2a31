package org.yilian.disputes;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Somebody on one side of a dispute, as far as he is known yet.
 *
 * @param position the order in which the parties were reported
 * @param birthDate as the identity number states it, or null
 */
public record Party(
    String id,
    String disputeId,
    int position,
    String side,
    PartyKind kind,
    String name,
    String description,
    Sealed phone,
    IdType idType,
    Sealed idNumber,
    LocalDate birthDate,
    String legalRepresentative,
    String domicile,
    String habitualResidence,
    String address) {
  public Party {
    Objects.requireNonNull(id);
    Objects.requireNonNull(side);
    Objects.requireNonNull(kind);
    if (name == null && description == null) {
      throw new IllegalArgumentException("a party has a name or a description");
    }
  }

  /** The name, or what is known instead of it, such as 楼上302住户. */
  public String knownAs() {
    return name == null ? description : name;
  }

  /** Whether enough is known of the party to sign. */
  public boolean identified() {
    return name != null && idNumber != null;
  }
}
