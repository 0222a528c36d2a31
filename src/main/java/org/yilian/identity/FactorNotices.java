package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import org.yilian.audit.Scopes;
import org.yilian.kernel.Texts;

/** What is written down of second factors, and told to their people: it may not have been them. */
final class FactorNotices {
  private static final Texts TEXTS = Texts.of("sign-in");

  private final SecondFactors.Ground ground;

  FactorNotices(SecondFactors.Ground ground) {
    this.ground = ground;
  }

  /**
   * Of what somebody did himself.
   *
   * @param what {@code on} or {@code off}
   */
  Future<Void> ofOwn(SqlClient client, String personId, String what) {
    return of(client, personId, personId, what, new JsonObject());
  }

  /**
   * The fact, and a text message where a phone is on record.
   *
   * @param what {@code on}, {@code off} or {@code reset}
   */
  Future<Void> of(SqlClient client, String personId, String actor, String what, JsonObject data) {
    return ground
        .audit()
        .append(client, Scopes.person(personId), actor, "second-factor-" + what, data)
        .compose(done -> ground.people().phones(client, List.of(personId)))
        .compose(
            phones ->
                phones.containsKey(personId)
                    ? ground
                        .sms()
                        .queue(client, phones.get(personId), TEXTS.get("told." + what), null)
                    : Future.succeededFuture());
  }
}
