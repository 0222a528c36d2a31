package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.kernel.Form;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * A clerk of the host has a party sent a link to its own sealed agreement: to the phone that the
 * party is registered with and to no other. The link itself is in the message and nowhere else; the
 * clerk is told the end of the number. It is used and ends as every other, see {@link PaperLinks}.
 */
public final class ReadingLinks {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int SENT_AN_HOUR = 3;

  private final ReadingLinkStore store = new ReadingLinkStore();
  private final PaperLinkStore links = new PaperLinkStore();
  private final PaperLinks.Ground ground;
  private final Audit audit;

  public ReadingLinks(PaperLinks.Ground ground, Audit audit) {
    this.ground = ground;
    this.audit = audit;
  }

  /**
   * Sends a link to {@code partyId}, which sits in the room itself: {@code {sentTo, expiresAt}}.
   * 404 for everybody but a clerk of the host.
   *
   * @return failed with 409 {@code not-sealed} before there is something to read, 409 {@code
   *     phone-missing}, or 429 {@code too-many-links}
   */
  public Future<JsonObject> send(Caller caller, String agreementId, Form form) {
    String partyId = form.text("partyId", 64);
    form.check();
    String host = host(caller);
    return ground
        .database()
        .inTransaction(
            client ->
                sealed(client, agreementId, host)
                    .compose(ready -> seated(client, agreementId, partyId))
                    .compose(seated -> checkSent(client, partyId))
                    .compose(few -> send(client, caller, agreementId, partyId)))
        .onSuccess(sent -> ground.sms().flush());
  }

  private Future<Void> sealed(SqlClient client, String agreementId, String host) {
    return store
        .sealed(client, agreementId, host)
        .compose(
            found ->
                found.orElseThrow(Refusal::notFound)
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        Refusal.conflict("not-sealed", RecordTexts.get("link.not-sealed"))));
  }

  private Future<Void> seated(SqlClient client, String agreementId, String partyId) {
    return store
        .seated(client, agreementId, partyId)
        .compose(
            seated ->
                seated
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        Refusal.field("partyId", RecordTexts.get("link.no-such-party"))));
  }

  private Future<Void> checkSent(SqlClient client, String partyId) {
    return store
        .sentByStaffSince(client, partyId, ground.clock().instant().minus(HOUR))
        .compose(
            sent ->
                sent < SENT_AN_HOUR
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        Refusal.of(429, "too-many-links", RecordTexts.get("link.too-many-sent"))));
  }

  private Future<JsonObject> send(
      SqlClient client, Caller caller, String agreementId, String partyId) {
    String token = Ids.fresh();
    Instant now = ground.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    PaperLinkStore.Fresh link =
        new PaperLinkStore.Fresh(
            Hash.of(token).value(),
            agreementId,
            "agreement-" + agreementId,
            partyId,
            now,
            now.plus(PaperLinks.LIFE),
            true,
            caller.principalId());
    JsonObject fact = JsonObject.of("partyId", partyId);
    return ground
        .phones()
        .sendTo(client, partyId, agreementId, ground.publicUrl() + "/d/" + token)
        .compose(
            sentTo ->
                links
                    .insert(client, link)
                    .compose(
                        kept ->
                            audit.append(
                                client,
                                Scopes.agreement(agreementId),
                                caller.principalId(),
                                "reading-link-sent",
                                fact))
                    .map(
                        JsonObject.of("sentTo", sentTo, "expiresAt", link.expiresAt().toString())));
  }

  private static String host(Caller caller) {
    if (!caller.is(Role.COMMITTEE_CLERK)) {
      throw Refusal.notFound();
    }
    return caller.staff().organisationId();
  }
}
