package org.yilian.checker;

/**
 * One change of a room. The steps of a room happen one after the other, in the order of their ids.
 *
 * @param who whom it is about: who comes, goes, consents or takes back
 * @param side of a consent to the police; null elsewhere
 * @param send what is passed on or taken back; -1 elsewhere
 * @param relay what it is passed on as; -1 elsewhere
 */
record Step(
    int id, int room, Kind kind, Member who, String side, int send, int relay, long atMillis) {
  enum Kind {
    JOIN,
    /** A mediator ends the membership. */
    REMOVE,
    /** A member of the staff goes by himself. */
    LEAVE,
    /** A side lets the police read its lane. */
    CONSENT,
    WITHDRAW,
    OPEN_JOINT,
    /** By a mediator. */
    CLOSE_JOINT,
    /** By a party that takes its consent back. */
    REVOKE_JOINT,
    RELAY,
    RECALL;

    /** Whether it changes who may read or say something. */
    boolean changesRights() {
      return this != RELAY && this != RECALL;
    }

    boolean endsMembership() {
      return this == REMOVE || this == LEAVE;
    }
  }
}
