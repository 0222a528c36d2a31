package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yilian.kernel.Refusal;

/** The rules that the tables themselves hold, told to people as refusals. */
public final class Constraints {
  /** SQLSTATE class 23: a constraint was violated. */
  private static final String VIOLATION = "23";

  /** Raised by a trigger that names the rule it holds. */
  private static final String RAISED = "P0001";

  private Constraints() {}

  /** The name of the violated constraint, where the failure is one. */
  public static Optional<String> named(Throwable failure) {
    if (failure instanceof PgException refused && holdsRule(refused.getSqlState())) {
      return Optional.ofNullable(refused.getConstraint()).filter(name -> !name.isEmpty());
    }
    return Optional.empty();
  }

  /**
   * For {@code recover}: the refusal that belongs to the violated constraint; any other failure as
   * it is. The transaction is over by then: use it outside {@link Database#inTransaction}.
   */
  public static <T> Function<Throwable, Future<T>> refusing(
      Map<String, Supplier<Refusal>> refusals) {
    return failure ->
        Future.failedFuture(
            named(failure).map(refusals::get).<Throwable>map(Supplier::get).orElse(failure));
  }

  /** As {@link #refusing(Map)}, for one constraint. */
  public static <T> Function<Throwable, Future<T>> refusing(
      String constraint, Supplier<Refusal> refusal) {
    return refusing(Map.of(constraint, refusal));
  }

  private static boolean holdsRule(String sqlState) {
    return sqlState != null && (sqlState.startsWith(VIOLATION) || sqlState.equals(RAISED));
  }
}
