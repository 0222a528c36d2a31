package org.yilian.rooms;

/** As what a member takes part in a room. */
public enum MemberRole {
  PARTY(false),
  LEGAL_GUARDIAN(false),
  AGENT(false),
  REPRESENTATIVE_OF_MANY(false),
  HELPER(false),
  INTERPRETER(false),
  MEDIATOR(true),
  NEUTRAL_LAWYER(true),
  COMMUNITY_POLICE(true),
  RECORDER(true);

  private final boolean staff;

  MemberRole(boolean staff) {
    this.staff = staff;
  }

  public boolean isStaff() {
    return staff;
  }

  /** Whether the member sits on one side: a party and the people who come with it. */
  public boolean isOfSide() {
    return !staff;
  }

  /** Whether a party chose the member to act in its place. */
  public boolean isDelegate() {
    return this == AGENT || this == REPRESENTATIVE_OF_MANY;
  }

  /** Whether an alarm reaches the member: whoever may act on it, and nobody who only advises. */
  public boolean hearsAlarms() {
    return this == MEDIATOR || this == COMMUNITY_POLICE;
  }

  /** Whether the member decides for a party: helpers and interpreters do not. */
  public boolean decidesForParty() {
    return isOfSide() && this != HELPER && this != INTERPRETER;
  }
}
