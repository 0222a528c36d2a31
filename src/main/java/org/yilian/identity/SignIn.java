package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;
import org.yilian.db.Database;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Staff sign in with name and password, and with a code where they have a second factor. */
public final class SignIn {
  private static final Texts TEXTS = Texts.of("sign-in");

  private final Database database;
  private final People people;
  private final SecondFactors factors;
  private final Sessions sessions;
  private final SignInTries tries;

  public SignIn(
      Database database,
      People people,
      SecondFactors factors,
      Sessions sessions,
      Throttles throttles) {
    this.database = database;
    this.people = people;
    this.factors = factors;
    this.sessions = sessions;
    tries = new SignInTries(database, throttles);
  }

  /** What was typed, and where it came from. */
  public record Attempt(String username, String password, String code, String address) {}

  /**
   * Starts a session. Of a second factor nobody hears before the password is right.
   *
   * @return fails with 401 {@code sign-in-failed}, 400 {@code code-required}, {@code code-wrong} or
   *     {@code code-expired}, 429 {@code too-many-tries}
   */
  public Future<Sessions.Started> staff(Attempt attempt) {
    return tries
        .check(attempt.username(), attempt.address())
        .compose(ok -> people.withPassword(database.pool(), attempt.username(), attempt.password()))
        .compose(found -> found.isPresent() ? known(found.get(), attempt) : refuse(attempt))
        .recover(failure -> tries.counted(attempt.username(), attempt.address(), failure))
        .compose(started -> tries.clear(attempt.username()).map(started));
  }

  private Future<Sessions.Started> known(Person person, Attempt attempt) {
    return factors
        .of(database.pool(), person.id())
        .compose(
            factor ->
                factor.isEmpty()
                    ? sessions.startStaff(database.pool(), person.id())
                    : withCode(person, factor.get(), TypedCode.of(attempt.code())));
  }

  private Future<Sessions.Started> withCode(
      Person person, SecondFactor factor, Optional<TypedCode> code) {
    return code.isEmpty()
        ? factors.ask(person, factor)
        : database.inTransaction(client -> proven(client, factor, code.get()));
  }

  private Future<Sessions.Started> proven(SqlClient client, SecondFactor factor, TypedCode code) {
    return factors
        .prove(client, factor, SecondFactors.Use.SIGN_IN, code)
        .compose(right -> sessions.startStaff(client, factor.personId()));
  }

  private Future<Sessions.Started> refuse(Attempt attempt) {
    return tries.failed(
        attempt.username(),
        attempt.address(),
        Refusal.unauthenticated("sign-in-failed", TEXTS.get("failed")));
  }
}
