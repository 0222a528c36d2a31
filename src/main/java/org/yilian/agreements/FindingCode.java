package org.yilian.agreements;

import static org.yilian.agreements.Finding.Severity.STOP;
import static org.yilian.agreements.Finding.Severity.WARN;
import static org.yilian.agreements.Finding.Step.CONFIRMATION;
import static org.yilian.agreements.Finding.Step.SIGNING;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Every finding there is, with its weight and the step it concerns. Words: {@code findings}. */
enum FindingCode {
  // What makes an agreement unfit to be signed at all.
  TERMS_MISSING(STOP, SIGNING),
  STATUS_CHANGED(STOP, SIGNING),
  WAIVER_OF_REMEDIES(STOP, SIGNING),
  FREEDOM_PLEDGED(STOP, SIGNING),
  GUARDIAN_MISSING(STOP, SIGNING),
  GUARDIAN_IN_CONFLICT(STOP, SIGNING),
  THIRD_PARTY_OBLIGED(STOP, SIGNING),
  PENALTY_PROMISED(STOP, SIGNING),
  // What may be signed with open eyes.
  WAIVER_AFTER_PERFORMANCE(WARN, SIGNING),
  WAIVER_OF_COMPLAINTS(WARN, SIGNING),
  CRIMINAL_LIABILITY(WARN, SIGNING),
  LANE_REPEATED(WARN, SIGNING),
  CAPITALS_DIFFER(WARN, SIGNING),
  AMOUNT_DIFFERS(WARN, SIGNING),
  DIVORCE_UNASKED(WARN, SIGNING),
  DIVORCE_PROTECTED_TERM(WARN, SIGNING),
  DIVORCE_OF_SOLDIER(WARN, SIGNING),
  // What may be signed and is not for the court.
  DIVORCE_INTENDED(STOP, CONFIRMATION),
  TITLE(STOP, CONFIRMATION),
  SPECIAL_PROCEDURE(STOP, CONFIRMATION),
  NOT_CIVIL(STOP, CONFIRMATION),
  LABOUR_NOT_PAYMENT(STOP, CONFIRMATION),
  HOST_NOT_LAWFUL(STOP, CONFIRMATION),
  POLICE_TRACK(STOP, CONFIRMATION),
  COMMERCIAL_TRACK_EXCLUDED(STOP, CONFIRMATION),
  SIGNATURE_MISSING(STOP, CONFIRMATION),
  SEAL_MISSING(STOP, CONFIRMATION),
  COURT_WITHOUT_CONNECTION(STOP, CONFIRMATION),
  // What the court may ask about.
  LATE(WARN, CONFIRMATION),
  CONDITIONAL_ON_DIVORCE(WARN, CONFIRMATION),
  CHILD_SUPPORT_WAIVED(WARN, CONFIRMATION),
  MAINTENANCE_WAIVED(WARN, CONFIRMATION),
  HOUSEHOLD_REGISTER(WARN, CONFIRMATION),
  BANKRUPTCY_MENTIONED(WARN, CONFIRMATION),
  VAGUE(WARN, CONFIRMATION),
  AMOUNT_MISSING(WARN, CONFIRMATION),
  DATE_MISSING(WARN, CONFIRMATION),
  PAYEE_MISSING(WARN, CONFIRMATION),
  PAYER_MISSING(WARN, CONFIRMATION),
  INSTALMENTS_DIFFER(WARN, CONFIRMATION),
  PENALTY_HIGH(WARN, CONFIRMATION),
  INTEREST_HIGH(WARN, CONFIRMATION),
  TOO_QUICK(WARN, CONFIRMATION),
  SHAM_PATTERN(WARN, CONFIRMATION),
  LAWYER_NOT_HEARD(WARN, CONFIRMATION),
  ORAL_FORM(WARN, CONFIRMATION);

  /** What tells how one side was talked with, or what it said of itself alone. */
  private static final Set<FindingCode> OF_ONE_SIDE =
      EnumSet.of(LANE_REPEATED, LAWYER_NOT_HEARD, DIVORCE_PROTECTED_TERM, DIVORCE_OF_SOLDIER);

  /** What weighs the people and not the text. */
  private static final Set<FindingCode> OF_PEOPLE = EnumSet.of(TOO_QUICK, SHAM_PATTERN);

  private final Finding.Severity severity;
  private final Finding.Step blocks;

  FindingCode(Finding.Severity severity, Finding.Step blocks) {
    this.severity = severity;
    this.blocks = blocks;
  }

  /** Who of a mediation learns of it. */
  Finding.Readers readers() {
    if (OF_ONE_SIDE.contains(this)) {
      return Finding.Readers.WHO_READS_EVERY_SIDE;
    }
    return OF_PEOPLE.contains(this) ? Finding.Readers.STAFF : Finding.Readers.EVERYBODY;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Finding.Severity severity() {
    return severity;
  }

  Finding.Step blocks() {
    return blocks;
  }
}
