package org.yilian.rooms;

import java.time.Instant;

/** That a mediator has made sure who sits there. */
record IdentityCheck(String memberId, Method method, String checkedBy, Instant at) {

  /** How it was checked. */
  enum Method {
    IN_PERSON,
    VIDEO_CALL,
    PHONE_CALLBACK,
    ID_READER
  }
}
