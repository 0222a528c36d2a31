package org.yilian.rooms;

/** What a party may consent to, each by itself, and take back at any time. */
public enum ConsentKind {
  ONLINE_MEDIATION,
  LAWYER_PRESENT,
  PARTICIPANT,
  JOINT_SESSION,
  E_SIGNATURE,
  E_SERVICE,
  RECORDING,
  DATA_TO_COURT;

  /** Whether it is about one person, who has to be named. */
  boolean names() {
    return this == LAWYER_PRESENT || this == PARTICIPANT;
  }
}
