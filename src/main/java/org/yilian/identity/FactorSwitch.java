package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.function.BiFunction;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Turns a member's own second factor on and off, each with a code. */
public final class FactorSwitch {
  private static final Texts TEXTS = Texts.of("sign-in");
  private static final int CODE_LENGTH = 40;

  private final SecondFactorStore store = new SecondFactorStore();
  private final FactorResetStore resets = new FactorResetStore();
  private final SecondFactors factors;
  private final SecondFactors.Ground ground;
  private final RecoveryCodes recovery;
  private final FactorNotices notices;
  private final SignInTries tries;
  private final Sessions sessions;

  public FactorSwitch(SecondFactors factors, SecondFactors.Ground ground, Sessions sessions) {
    this.factors = factors;
    this.ground = ground;
    this.sessions = sessions;
    recovery = new RecoveryCodes(ground.vault());
    notices = new FactorNotices(ground);
    tries = new SignInTries(ground.database(), ground.throttles());
  }

  /** What was done, and the sessions that it ended, whose sockets close after the commit. */
  private record Turned(JsonObject told, List<String> ended) {}

  /**
   * Turns it on with a first code. Every other session of the person ends: none goes on that was
   * opened by the password alone.
   *
   * @return {@code {recoveryCodes}}, told this once; fails as {@link SecondFactors#prove} and with
   *     409 {@code factor-on} or {@code factor-not-begun}
   */
  public Future<JsonObject> on(Caller caller, Form form, String address) {
    TypedCode code = typed(form);
    return withTries(caller, address, (client, person) -> on(client, caller, person, code));
  }

  private Future<Turned> on(SqlClient client, Caller caller, Person person, TypedCode code) {
    return store
        .find(client, person.id())
        .map(found -> found.orElseThrow(FactorSwitch::notBegun))
        .compose(
            factor ->
                factor.confirmed()
                    ? Future.failedFuture(Enrolments.on())
                    : factors.prove(client, factor, SecondFactors.Use.CONFIRM, code))
        .compose(right -> store.confirm(client, person.id(), ground.clock().instant()))
        .compose(
            first ->
                first ? recovery.issue(client, person.id()) : Future.failedFuture(Enrolments.on()))
        .compose(
            codes ->
                resets
                    .remove(client, person.id())
                    .compose(done -> notices.ofOwn(client, person.id(), "on"))
                    .compose(done -> sessions.endStaff(client, person.id(), caller.sessionId()))
                    .map(
                        ended ->
                            new Turned(
                                JsonObject.of("recoveryCodes", new JsonArray(codes)), ended)));
  }

  /**
   * Turns it off with a code. Where the installation requires one, the person's sessions end.
   *
   * @return fails as {@link SecondFactors#prove} and with 409 {@code factor-off}
   */
  public Future<Void> off(Caller caller, Form form, String address) {
    TypedCode code = typed(form);
    return withTries(caller, address, (client, person) -> off(client, person, code)).mapEmpty();
  }

  private Future<Turned> off(SqlClient client, Person person, TypedCode code) {
    return factors
        .of(client, person.id())
        .map(found -> found.orElseThrow(Enrolments::off))
        .compose(factor -> factors.prove(client, factor, SecondFactors.Use.REMOVE, code))
        .compose(right -> store.remove(client, person.id()))
        .compose(done -> notices.ofOwn(client, person.id(), "off"))
        .compose(
            done ->
                factors.required()
                    ? sessions.endStaff(client, person.id(), null)
                    : Future.succeededFuture(List.of()))
        .map(ended -> new Turned(new JsonObject(), ended));
  }

  /** In a transaction; wrong codes count as failures of signing in do. */
  private Future<JsonObject> withTries(
      Caller caller, String address, BiFunction<SqlClient, Person, Future<Turned>> work) {
    return ground
        .people()
        .get(ground.database().pool(), caller.staff().principalId())
        .compose(
            person ->
                tries
                    .check(person.username(), address)
                    .compose(
                        ok -> ground.database().inTransaction(client -> work.apply(client, person)))
                    .recover(failure -> tries.counted(person.username(), address, failure)))
        .onSuccess(turned -> sessions.tellEnded(turned.ended()))
        .onSuccess(turned -> ground.sms().flush())
        .map(Turned::told);
  }

  private static TypedCode typed(Form form) {
    String text = form.text("code", CODE_LENGTH);
    form.check();
    return TypedCode.of(text)
        .orElseThrow(() -> Refusal.bad(SecondFactors.CODE_WRONG, "code", TEXTS.get("code-wrong")));
  }

  private static Refusal notBegun() {
    return Refusal.conflict("factor-not-begun", TEXTS.get("not-begun"));
  }
}
