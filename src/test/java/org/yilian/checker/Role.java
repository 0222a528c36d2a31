package org.yilian.checker;

/** As what somebody sits in a room of the plan. */
enum Role {
  A("A", null),
  B("B", null),
  C("C", null),
  AGENT("A", null),
  MEDIATOR(null, "wang"),
  LAWYER(null, "li"),
  SECOND_MEDIATOR(null, "chen"),
  POLICE(null, "zhang"),
  RECORDER(null, "he");

  private final String side;
  private final String username;

  Role(String side, String username) {
    this.side = side;
    this.username = username;
  }

  /** The side that the seat is on, or null for staff. */
  String side() {
    return side;
  }

  /** Who of the demo cast takes the seat, or null for a party. */
  String username() {
    return username;
  }

  boolean staff() {
    return side == null;
  }

  /** Whether the seat is that of a party itself. */
  boolean party() {
    return side != null && this != AGENT;
  }

  /** As the product calls the role of a member of the staff. */
  String memberRole() {
    return switch (this) {
      case MEDIATOR, SECOND_MEDIATOR -> "MEDIATOR";
      case LAWYER -> "NEUTRAL_LAWYER";
      case POLICE -> "COMMUNITY_POLICE";
      case RECORDER -> "RECORDER";
      default -> throw new IllegalStateException(this + " is invited");
    };
  }
}
