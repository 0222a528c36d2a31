package org.yilian.calendar;

import static org.yilian.calendar.Term.Unit.DAYS;
import static org.yilian.calendar.Term.Unit.HOURS;
import static org.yilian.calendar.Term.Unit.MINUTES;
import static org.yilian.calendar.Term.Unit.MONTHS;
import static org.yilian.calendar.Term.Unit.WORKING_DAYS;
import static org.yilian.calendar.Term.Unit.YEARS;

/** The terms the product keeps. Their basis in Chinese stands in {@code texts/deadlines}. */
public enum Term {
  JOINT_ENFORCEMENT_REPLY(30, MINUTES, false),
  MEDIATOR_CHOICE(2, WORKING_DAYS, false),
  MEDIATOR_ACCEPTANCE(3, WORKING_DAYS, false),
  FIRST_CONTACT(3, WORKING_DAYS, false),
  MEDIATION(30, DAYS, true),
  LABOUR_MEDIATION(15, DAYS, true),
  SECOND_POLICE_MEDIATION(7, WORKING_DAYS, false),
  POLICE_HANDLING(30, DAYS, false),
  SEALING(1, WORKING_DAYS, false),
  CONFIRMATION(30, DAYS, true),
  COURT_ACCEPTANCE(3, DAYS, true),
  COURT_DECISION(15, DAYS, true),
  COURT_DECISION_EXTENDED(25, DAYS, true),
  SPECIAL_PROCEDURE(30, DAYS, true),
  OBJECTION_OF_PARTY(15, DAYS, true),
  OBJECTION_OF_INTERESTED(6, MONTHS, true),
  ENFORCEMENT(2, YEARS, true),
  NO_CRIMINAL_RECORD(3, DAYS, false),
  PROTECTION_ORDER(72, HOURS, false),
  PROTECTION_ORDER_URGENT(24, HOURS, false),
  LIMITATION(3, YEARS, true),
  LABOUR_ARBITRATION(1, YEARS, true),
  LABOUR_LAWSUIT(15, DAYS, true),
  WORK_INJURY_BY_EMPLOYER(30, DAYS, false),
  WORK_INJURY_BY_WORKER(1, YEARS, false),
  UNREASONED_RETURN(7, DAYS, false),
  PREPAID_REFUND(7, DAYS, false),
  SHOPPING_TRIP_RETURN(30, DAYS, false),
  ADMINISTRATIVE_REVIEW(60, DAYS, true),
  ADMINISTRATIVE_LAWSUIT(6, MONTHS, true),
  DIVORCE_COOLING_OFF(30, DAYS, false),
  LAND_RULING_LAWSUIT(30, DAYS, true),
  LAND_ARBITRATION(2, YEARS, true),
  GIFT_REVOCATION(1, YEARS, false),
  GUARANTEE(6, MONTHS, false),
  AUTOPSY(48, HOURS, false);

  /** What a term is counted in; only minutes and hours end at an instant. */
  public enum Unit {
    MINUTES,
    HOURS,
    WORKING_DAYS,
    DAYS,
    MONTHS,
    YEARS
  }

  private final int count;
  private final Unit unit;
  private final boolean rolls;

  Term(int count, Unit unit, boolean rolls) {
    this.count = count;
    this.unit = unit;
    this.rolls = rolls;
  }

  public int count() {
    return count;
  }

  public Unit unit() {
    return unit;
  }

  /** Whether a last day off moves the end to the next worked day. */
  public boolean rolls() {
    return rolls;
  }

  public boolean endsAtAnInstant() {
    return unit == MINUTES || unit == HOURS;
  }
}
