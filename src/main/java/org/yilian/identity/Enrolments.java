package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** How a member of staff stands with his second factor, and how he begins one. */
public final class Enrolments {
  private static final Texts TEXTS = Texts.of("sign-in");
  private static final String ISSUER = "易联";

  private final SecondFactorStore store = new SecondFactorStore();
  private final SecondFactors factors;
  private final SecondFactors.Ground ground;

  public Enrolments(SecondFactors factors, SecondFactors.Ground ground) {
    this.factors = factors;
    this.ground = ground;
  }

  /** {@code {on, required, needed, reset?, kind?, since?, recoveryCodes, maskedPhone?}}. */
  public Future<JsonObject> own(Caller caller) {
    String id = caller.staff().principalId();
    return ground.database().withConnection(client -> own(client, id));
  }

  private Future<JsonObject> own(SqlClient client, String id) {
    return factors
        .brief(client, id)
        .compose(
            told ->
                factors
                    .of(client, id)
                    .onSuccess(found -> found.ifPresent(factor -> describe(told, factor)))
                    .compose(found -> store.recoveryCodes(client, id))
                    .onSuccess(left -> told.put("recoveryCodes", left))
                    .compose(left -> factors.phone(client, id))
                    .map(
                        phone ->
                            told.put("maskedPhone", phone.map(Enrolments::masked).orElse(null))));
  }

  private static void describe(JsonObject told, SecondFactor factor) {
    told.put("kind", factor.kind().name()).put("since", factor.confirmedAt().toString());
  }

  /**
   * Begins anew, in place of what was begun and never confirmed.
   *
   * @return {@code {kind, secret, uri}} or {@code {kind, maskedPhone}}, told this once; fails with
   *     409 {@code factor-on} or {@code phone-missing}
   */
  public Future<JsonObject> begin(Caller caller, Form form) {
    String id = caller.staff().principalId();
    SecondFactor.Kind kind = form.word("kind", SecondFactor.Kind.class);
    form.check();
    return person(id)
        .compose(
            person ->
                kind == SecondFactor.Kind.TOTP ? beginAuthenticator(person) : beginPhone(person));
  }

  private Future<JsonObject> beginAuthenticator(Person person) {
    byte[] secret = Totp.freshSecret();
    byte[] sealed = ground.vault().sealBytes(secret, person.id());
    return begin(person, SecondFactor.Kind.TOTP, sealed)
        .map(
            begun ->
                new JsonObject()
                    .put("kind", SecondFactor.Kind.TOTP.name())
                    .put("secret", Totp.inBase32(secret))
                    .put("uri", Totp.uri(ISSUER, person.username(), secret)));
  }

  private Future<JsonObject> beginPhone(Person person) {
    return phone(person.id())
        .compose(
            phone ->
                begin(person, SecondFactor.Kind.SMS, null)
                    .compose(begun -> factors.send(person, phone, SecondFactors.Use.CONFIRM))
                    .map(
                        sent ->
                            new JsonObject()
                                .put("kind", SecondFactor.Kind.SMS.name())
                                .put("maskedPhone", masked(phone))));
  }

  private Future<Void> begin(Person person, SecondFactor.Kind kind, byte[] sealed) {
    SecondFactor factor =
        new SecondFactor(person.id(), kind, sealed, ground.clock().instant(), null, 0);
    return store
        .begin(ground.database().pool(), factor)
        .compose(begun -> begun ? Future.succeededFuture() : Future.failedFuture(on()));
  }

  /**
   * Sends the code with which somebody who has codes by SMS turns them off.
   *
   * @return fails with 409 {@code factor-off} or {@code phone-missing}
   */
  public Future<Void> sendCode(Caller caller) {
    String id = caller.staff().principalId();
    return factors
        .of(ground.database().pool(), id)
        .map(found -> found.orElseThrow(Enrolments::off))
        .compose(factor -> phone(id))
        .compose(
            phone ->
                person(id)
                    .compose(person -> factors.send(person, phone, SecondFactors.Use.REMOVE)));
  }

  private Future<Person> person(String id) {
    return ground.people().get(ground.database().pool(), id);
  }

  private Future<String> phone(String personId) {
    return factors
        .phone(ground.database().pool(), personId)
        .map(
            found ->
                found.orElseThrow(
                    () -> Refusal.conflict("phone-missing", TEXTS.get("phone-missing"))));
  }

  private static String masked(String phone) {
    return "*******" + phone.substring(Math.max(0, phone.length() - 4));
  }

  static Refusal on() {
    return Refusal.conflict("factor-on", TEXTS.get("on-already"));
  }

  static Refusal off() {
    return Refusal.conflict("factor-off", TEXTS.get("off-already"));
  }
}
