package org.yilian.rooms;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** Why a batch could not be stored, and so what to do with its messages. */
enum WriteFault {
  /** The database is away or did not answer: the outcome is not known. */
  AWAY,
  /** Somebody holds one of the lanes. */
  LANE_HELD,
  /** One of the messages was stored before or may not be, and nothing had looked for that. */
  UNFORESEEN,
  /** The database refuses what one of the messages holds. */
  MESSAGE_BAD;

  private static final Set<String> LOCKED = Set.of("55P03", "40P01", "40001");

  /** Bad data and broken rules; every other class is trouble of the server. */
  private static final Set<String> DATA = Set.of("22", "23");

  private static final Set<String> LOOKED_FOR = Set.of("messages_client_id", "messages_entitled");

  static WriteFault of(Throwable failure) {
    if (!(failure instanceof PgException refused) || refused.getSqlState() == null) {
      return AWAY;
    }
    if (LOCKED.contains(refused.getSqlState())) {
      return LANE_HELD;
    }
    if (refused.getConstraint() != null && LOOKED_FOR.contains(refused.getConstraint())) {
      return UNFORESEEN;
    }
    return DATA.contains(refused.getSqlState().substring(0, 2)) ? MESSAGE_BAD : AWAY;
  }
}
