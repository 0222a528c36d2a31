package org.yilian.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/**
 * For somebody who has lost the phone and the recovery codes: an administrator of his organisation,
 * or of the area that it serves, takes the factor away.
 */
public final class FactorResets {
  private static final Texts TEXTS = Texts.of("sign-in");
  private static final int REASON = 200;

  private final SecondFactorStore store = new SecondFactorStore();
  private final FactorResetStore resets = new FactorResetStore();
  private final SecondFactors.Ground ground;
  private final FactorNotices notices;
  private final Organisations organisations;
  private final Areas areas;
  private final Sessions sessions;

  public FactorResets(
      SecondFactors.Ground ground, Organisations organisations, Areas areas, Sessions sessions) {
    this.ground = ground;
    this.organisations = organisations;
    this.areas = areas;
    this.sessions = sessions;
    notices = new FactorNotices(ground);
  }

  /** Those whose factor the caller may take away; 404 for whoever is no administrator. */
  public Future<List<JsonObject>> list(Caller caller) {
    Caller.Staff admin = administrator(caller);
    return ground
        .database()
        .withConnection(
            client ->
                areas
                    .look(client, admin)
                    .compose(
                        look ->
                            store
                                .enrolled(client)
                                .compose(all -> listed(client, admin, look, all))));
  }

  private Future<List<JsonObject>> listed(
      SqlClient client, Caller.Staff admin, Look look, List<SecondFactorStore.Enrolled> enrolled) {
    return organisations
        .list(client, null)
        .map(
            all -> {
              Map<String, Organisation> byId =
                  all.stream().collect(Collectors.toMap(Organisation::id, Function.identity()));
              return enrolled.stream()
                  .filter(one -> !one.factor().personId().equals(admin.principalId()))
                  .filter(one -> answersFor(admin, look, byId.get(one.organisationId())))
                  .map(one -> line(one, byId.get(one.organisationId())))
                  .toList();
            });
  }

  private static JsonObject line(SecondFactorStore.Enrolled one, Organisation organisation) {
    return new JsonObject()
        .put("personId", one.factor().personId())
        .put("name", one.name())
        .put("organisation", organisation.name())
        .put("kind", one.factor().kind().name())
        .put("since", one.factor().confirmedAt().toString());
  }

  /**
   * Takes a factor away. It is written down, the person is told, and his sessions end.
   *
   * @return fails with 404 for whoever does not answer for the person, 409 {@code own-factor} or
   *     {@code factor-off}
   */
  public Future<Void> reset(Caller caller, String personId, Form form) {
    Caller.Staff admin = administrator(caller);
    String reason = form.text("reason", REASON);
    form.check();
    return ground
        .database()
        .inTransaction(
            client ->
                answeredFor(client, admin, personId)
                    .compose(person -> reset(client, person.id(), admin.principalId(), reason)))
        .onSuccess(sessions::tellEnded)
        .onSuccess(done -> ground.sms().flush())
        .mapEmpty();
  }

  /** The same at the server itself, where no administrator is left who could. */
  public Future<Void> resetAtServer(String username) {
    return ground
        .database()
        .inTransaction(
            client ->
                ground
                    .people()
                    .idsOf(client, List.of(username))
                    .map(ids -> Optional.ofNullable(ids.get(username)))
                    .map(id -> id.orElseThrow(Refusal::notFound))
                    .compose(id -> reset(client, id, null, "at the server")))
        .onSuccess(sessions::tellEnded)
        .mapEmpty();
  }

  private Future<Person> answeredFor(SqlClient client, Caller.Staff admin, String personId) {
    return ground
        .people()
        .get(client, personId)
        .compose(
            person -> {
              Future<Look> look = areas.look(client, admin);
              Future<Organisation> home = organisations.get(client, person.organisationId());
              return Future.all(look, home)
                  .map(
                      all -> {
                        if (!answersFor(admin, look.result(), home.result())) {
                          throw Refusal.notFound();
                        }
                        if (personId.equals(admin.principalId())) {
                          throw Refusal.conflict("own-factor", TEXTS.get("own"));
                        }
                        return person;
                      });
            });
  }

  private Future<List<String>> reset(SqlClient client, String personId, String by, String reason) {
    JsonObject data = new JsonObject().put("reason", reason);
    return store
        .remove(client, personId)
        .compose(gone -> gone ? Future.succeededFuture() : Future.failedFuture(Enrolments.off()))
        .compose(done -> resets.put(client, personId, by, ground.clock().instant()))
        .compose(done -> notices.of(client, personId, by == null ? "system" : by, "reset", data))
        .compose(done -> sessions.endStaff(client, personId, null));
  }

  /** The person has seen that it was done. */
  public Future<Void> seen(Caller caller) {
    return resets.remove(ground.database().pool(), caller.staff().principalId());
  }

  private static Caller.Staff administrator(Caller caller) {
    if (!caller.is(Role.ADMIN)) {
      throw Refusal.notFound();
    }
    return caller.staff();
  }

  private static boolean answersFor(Caller.Staff admin, Look look, Organisation home) {
    String place = home.areaCode() == null ? "" : home.areaCode();
    return home.id().equals(admin.organisationId()) || look.oversees(place);
  }
}
