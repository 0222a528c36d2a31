package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Asks for the code of a person's second factor, and judges it. */
public final class SecondFactors {
  static final String CODE_WRONG = "code-wrong";

  private static final Texts TEXTS = Texts.of("sign-in");
  private static final int CODES_SENT = 5;

  private final SecondFactorStore store = new SecondFactorStore();
  private final FactorResetStore resets = new FactorResetStore();
  private final RecoveryCodes recovery;
  private final Ground ground;
  private final boolean required;

  /** What it stands on. */
  public record Ground(
      Database database,
      People people,
      Vault vault,
      Codes codes,
      Sms sms,
      Throttles throttles,
      Audit audit,
      Clock clock) {}

  /** What a code is for: one that was sent for this is good for nothing else. */
  enum Use {
    SIGN_IN,
    CONFIRM,
    REMOVE
  }

  /**
   * @param required whether staff without a factor may do nothing but enrol
   */
  public SecondFactors(Ground ground, boolean required) {
    this.ground = ground;
    this.required = required;
    recovery = new RecoveryCodes(ground.vault());
  }

  boolean required() {
    return required;
  }

  /** The factor that the person has confirmed. */
  Future<Optional<SecondFactor>> of(SqlClient client, String personId) {
    return store.find(client, personId).map(found -> found.filter(SecondFactor::confirmed));
  }

  /** {@code {on, required, needed, reset?}}: what a page needs to know before anything else. */
  Future<JsonObject> brief(SqlClient client, String personId) {
    return of(client, personId)
        .compose(
            factor ->
                resets
                    .find(client, personId)
                    .map(
                        reset ->
                            new JsonObject()
                                .put("on", factor.isPresent())
                                .put("required", required)
                                .put("needed", required && factor.isEmpty())
                                .put("reset", reset.orElse(null))));
  }

  /** Fails with 400 {@code code-required}; where codes come by SMS, one is on its way. */
  <T> Future<T> ask(Person person, SecondFactor factor) {
    if (factor.kind() == SecondFactor.Kind.TOTP) {
      return Future.failedFuture(required("TOTP"));
    }
    return phone(ground.database().pool(), person.id())
        .compose(
            phone ->
                phone.isEmpty()
                    ? Future.failedFuture(required("no-phone"))
                    : send(person, phone.get(), Use.SIGN_IN)
                        .compose(sent -> Future.failedFuture(required("SMS"))));
  }

  private static Refusal required(String manner) {
    return Refusal.bad("code-required", "code", TEXTS.get("code-required." + manner));
  }

  Future<Optional<String>> phone(SqlClient client, String personId) {
    return ground
        .people()
        .phones(client, List.of(personId))
        .map(phones -> Optional.ofNullable(phones.get(personId)));
  }

  /** Sends a code, but no more than a few in a quarter of an hour: 429 {@code too-many-tries}. */
  Future<Void> send(Person person, String phone, Use use) {
    String sent = "second-factor-sms:" + person.id();
    return ground
        .throttles()
        .check(ground.database().pool(), sent, CODES_SENT)
        .compose(ok -> ground.throttles().failed(ground.database().pool(), sent))
        .compose(
            counted ->
                ground
                    .database()
                    .inTransaction(
                        client ->
                            ground
                                .codes()
                                .issue(
                                    client,
                                    subject(person.id(), use),
                                    phone,
                                    code -> TEXTS.get("sms." + use, code))))
        .onSuccess(done -> ground.sms().flush());
  }

  /**
   * Uses the code up.
   *
   * @return fails with 400 {@code code-wrong} or {@code code-expired}, 429 {@code too-many-tries}
   */
  Future<Void> prove(SqlClient client, SecondFactor factor, Use use, TypedCode code) {
    if (!code.isFromPhone()) {
      return recover(client, factor.personId(), code);
    }
    return factor.kind() == SecondFactor.Kind.SMS
        ? ground.codes().redeem(client, subject(factor.personId(), use), code.text())
        : useStep(client, factor, code);
  }

  private Future<Void> useStep(SqlClient client, SecondFactor factor, TypedCode code) {
    byte[] secret = ground.vault().openBytes(factor.sealedSecret(), factor.personId());
    OptionalLong step =
        Totp.stepOf(secret, code.text(), ground.clock().instant(), factor.lastStep());
    return step.isEmpty()
        ? wrong()
        : store
            .useStep(client, factor.personId(), step.getAsLong())
            .compose(fresh -> fresh ? Future.succeededFuture() : wrong());
  }

  private Future<Void> recover(SqlClient client, String personId, TypedCode code) {
    return recovery
        .use(client, personId, code.text())
        .compose(
            used ->
                used
                    ? ground
                        .audit()
                        .append(
                            client,
                            Scopes.person(personId),
                            personId,
                            "recovery-code-used",
                            new JsonObject())
                    : wrong());
  }

  private static String subject(String personId, Use use) {
    return "second-factor:" + use + ':' + personId;
  }

  static Future<Void> wrong() {
    return Future.failedFuture(Refusal.bad(CODE_WRONG, "code", TEXTS.get(CODE_WRONG)));
  }
}
