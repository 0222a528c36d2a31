package org.yilian.db;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.yilian.kernel.Refusal;

/** Tells a database that is away, full or overloaded from a statement that is wrong. */
final class Outage {
  /** Whole classes of SQLSTATE: connection lost, out of disk or memory, I/O of the server. */
  private static final Set<String> CLASSES = Set.of("08", "53", "58");

  /**
   * Read-only standby, serialization failure, deadlock, lock timeout, idle transaction ended,
   * statement timeout, and the three shutdowns.
   */
  private static final Set<String> STATES =
      Set.of(
          "25006", "40001", "40P01", "55P03", "25P03", "57014", "57P01", "57P02", "57P03", "57P05");

  private Outage() {}

  static boolean causes(Throwable failure) {
    if (failure instanceof PgException refused) {
      String state = refused.getSqlState();
      return state != null && (STATES.contains(state) || CLASSES.contains(state.substring(0, 2)));
    }
    return failure instanceof IOException
        || failure instanceof ClosedConnectionException
        || failure instanceof TimeoutException
        || failure instanceof VertxException;
  }

  /** 503 {@code try-again} for an outage, any other failure as it is. */
  static Throwable refused(Throwable failure) {
    return causes(failure) ? Refusal.tryAgain() : failure;
  }

  /** For the log: never the message, which may repeat values. */
  static String name(Throwable failure) {
    return failure instanceof PgException refused
        ? "SQLSTATE " + refused.getSqlState()
        : failure.getClass().getSimpleName();
  }
}
