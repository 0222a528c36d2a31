package org.yilian.disputes;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;

/**
 * Somebody on one side of a dispute, as far as he is known yet.
 *
 * @param position the order in which the parties were reported
 * @param birthDate as the identity number states it, or null
 * @param capacity null where it is as the age says
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
    Capacity capacity,
    String legalRepresentative,
    String domicile,
    String habitualResidence,
    String address) {
  private static final int OF_AGE = 18;
  private static final int SELF_SUPPORTING = 16;

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

  /** Whether a guardian acts for the party, or with it (民法典 17-23). */
  public boolean needsGuardian(LocalDate on) {
    if (kind != PartyKind.PERSON) {
      return false;
    }
    if (capacity == Capacity.LIMITED || capacity == Capacity.NONE) {
      return true;
    }
    int age = birthDate == null ? OF_AGE : Period.between(birthDate, on).getYears();
    return age < OF_AGE && !(age >= SELF_SUPPORTING && capacity == Capacity.FULL);
  }

  /** Whether enough is known of the party to sign. */
  public boolean identified() {
    return name != null && idNumber != null;
  }
}
