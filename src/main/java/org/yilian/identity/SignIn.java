package org.yilian.identity;

import io.vertx.core.Future;
import java.util.Optional;
import org.yilian.db.Database;
import org.yilian.kernel.Refusal;

/** Staff sign in with name and password. Failures are counted for the name and for the address. */
public final class SignIn {
  private static final int FAILURES_OF_A_NAME = 10;
  private static final int FAILURES_OF_AN_ADDRESS = 100;

  private final Database database;
  private final People people;
  private final Sessions sessions;
  private final Throttles throttles;

  public SignIn(Database database, People people, Sessions sessions, Throttles throttles) {
    this.database = database;
    this.people = people;
    this.sessions = sessions;
    this.throttles = throttles;
  }

  /**
   * Starts a session.
   *
   * @return fails with 401 {@code sign-in-failed} or 429 {@code too-many-tries}
   */
  public Future<Sessions.Started> staff(String username, String password, String address) {
    String name = "sign-in:" + username;
    String from = "sign-in-from:" + address;
    return throttles
        .check(database.pool(), name, FAILURES_OF_A_NAME)
        .compose(ok -> throttles.check(database.pool(), from, FAILURES_OF_AN_ADDRESS))
        .compose(ok -> people.withPassword(database.pool(), username, password))
        .compose(found -> found.isPresent() ? start(found, name) : refuse(name, from));
  }

  private Future<Sessions.Started> start(Optional<Person> person, String throttle) {
    return throttles
        .clear(database.pool(), throttle)
        .compose(done -> sessions.startStaff(database.pool(), person.orElseThrow().id()));
  }

  private Future<Sessions.Started> refuse(String name, String from) {
    return throttles
        .failed(database.pool(), name)
        .compose(done -> throttles.failed(database.pool(), from))
        .compose(
            done ->
                Future.failedFuture(Refusal.unauthenticated("sign-in-failed", "用户名或密码不对，请核对后重试。")));
  }
}
