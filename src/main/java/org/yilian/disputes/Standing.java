package org.yilian.disputes;

import java.time.Instant;
import java.time.LocalDate;
import org.yilian.identity.AreaLevel;

/**
 * Where a dispute stands in the ledger: its place, how it came, at which level it is dealt with and
 * until when somebody has to act.
 *
 * @param alarm why it is an alarm, or null
 * @param version goes up with each change, so that of two who act at once the second is told
 * @param dueAt the clock that runs now, or null
 */
public record Standing(
    Place place,
    Channel channel,
    String subtype,
    LocalDate occurredOn,
    Integer peopleCount,
    Long amountFen,
    Handling handling,
    AreaLevel level,
    Risk risk,
    String alarm,
    int version,
    int failedRounds,
    Instant dueAt,
    Instant signedForAt,
    Instant resolvedAt,
    AreaLevel resolvedLevel,
    long recoveredFen,
    String mergedInto) {

  /**
   * A place on the map.
   *
   * @param areaCode empty where the installation has no areas
   * @param latitude WGS 84 degrees, or null with the longitude
   */
  public record Place(String areaCode, Double latitude, Double longitude) {}

  public String areaCode() {
    return place.areaCode();
  }

  /** The same with another place. */
  public Standing at(String areaCode) {
    Place moved = new Place(areaCode, place.latitude, place.longitude);
    return copy(moved, handling, level, risk, alarm, failedRounds, dueAt, recoveredFen);
  }

  public Standing handled(Handling other) {
    return copy(place, other, level, risk, alarm, failedRounds, dueAt, recoveredFen);
  }

  public Standing on(AreaLevel other) {
    return copy(place, handling, other, risk, alarm, failedRounds, dueAt, recoveredFen);
  }

  public Standing rated(Risk other) {
    return copy(place, handling, level, other, alarm, failedRounds, dueAt, recoveredFen);
  }

  public Standing alarmed(String reason) {
    return copy(place, handling, level, risk, reason, failedRounds, dueAt, recoveredFen);
  }

  public Standing due(Instant at) {
    return copy(place, handling, level, risk, alarm, failedRounds, at, recoveredFen);
  }

  public Standing failedOnce() {
    return copy(place, handling, level, risk, alarm, failedRounds + 1, dueAt, recoveredFen);
  }

  public Standing recovered(long more) {
    return copy(place, handling, level, risk, alarm, failedRounds, dueAt, recoveredFen + more);
  }

  private Standing copy(
      Place place,
      Handling handling,
      AreaLevel level,
      Risk risk,
      String alarm,
      int failedRounds,
      Instant dueAt,
      long recoveredFen) {
    return new Standing(
        place,
        channel,
        subtype,
        occurredOn,
        peopleCount,
        amountFen,
        handling,
        level,
        risk,
        alarm,
        version,
        failedRounds,
        dueAt,
        signedForAt,
        resolvedAt,
        resolvedLevel,
        recoveredFen,
        mergedInto);
  }
}
