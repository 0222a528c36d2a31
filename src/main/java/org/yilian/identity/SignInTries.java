package org.yilian.identity;

import io.vertx.core.Future;
import org.yilian.db.Database;
import org.yilian.kernel.Refusal;

/**
 * Failures of signing in, for the name and for the address: wrong passwords and wrong codes are
 * counted together, so that nobody gets more tries by taking turns.
 */
final class SignInTries {
  private static final int OF_A_NAME = 10;
  private static final int OF_AN_ADDRESS = 100;

  private final Database database;
  private final Throttles throttles;

  SignInTries(Database database, Throttles throttles) {
    this.database = database;
    this.throttles = throttles;
  }

  /** 429 {@code too-many-tries} after too many of either. */
  Future<Void> check(String username, String address) {
    return throttles
        .check(database.pool(), name(username), OF_A_NAME)
        .compose(ok -> throttles.check(database.pool(), from(address), OF_AN_ADDRESS));
  }

  /** Counts one, on a connection of its own, and fails with the refusal. */
  <T> Future<T> failed(String username, String address, Refusal refusal) {
    return throttles
        .failed(database.pool(), name(username))
        .compose(done -> throttles.failed(database.pool(), from(address)))
        .compose(done -> Future.failedFuture(refusal));
  }

  /** For {@code recover}: a wrong code counts, everything else passes. */
  <T> Future<T> counted(String username, String address, Throwable failure) {
    return failure instanceof Refusal refusal && refusal.code().equals(SecondFactors.CODE_WRONG)
        ? failed(username, address, refusal)
        : Future.failedFuture(failure);
  }

  Future<Void> clear(String username) {
    return throttles.clear(database.pool(), name(username));
  }

  private static String name(String username) {
    return "sign-in:" + username;
  }

  private static String from(String address) {
    return "sign-in-from:" + address;
  }
}
