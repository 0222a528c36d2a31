package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Sms;
import org.yilian.kernel.Form;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/**
 * Links by which a party reads one of its papers in another browser than the one in which it is
 * signed in, or on its phone from a text message: ten minutes, one use, and spent by a POST alone,
 * since previews fetch links.
 */
public final class PaperLinks {
  static final Duration LIFE = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int SENT_AN_HOUR = 5;

  private final PaperLinkStore store = new PaperLinkStore();
  private final PartyPaperStore papers = new PartyPaperStore();
  private final Ground ground;

  /**
   * What links stand on.
   *
   * @param publicUrl where the installation is reached, without a slash at the end
   */
  public record Ground(
      Database database,
      PartyPapers papers,
      PaperReading reading,
      Phones phones,
      Sms sms,
      Clock clock,
      String publicUrl) {}

  public PaperLinks(Ground ground) {
    this.ground = ground;
  }

  /**
   * A fresh link for somebody of a side. With {@code send} it goes to the caller's own phone and
   * the answer is {@code {sentTo, expiresAt}}, else {@code {url, token, expiresAt}}. Five an hour
   * are sent, the next is 429 {@code too-many-links}.
   */
  public Future<JsonObject> make(Caller caller, String roomId, String paperId, Form form) {
    boolean send = Boolean.TRUE.equals(form.optionalFlag("send"));
    form.check();
    return ground
        .database()
        .inTransaction(
            client ->
                ground
                    .papers()
                    .find(client, caller, roomId, paperId)
                    .compose(paper -> make(client, caller, paper, send)))
        .onSuccess(made -> ground.sms().flush());
  }

  /** The same of a sealed agreement, to be shown on the page. */
  public Future<JsonObject> ofAgreement(Caller caller, String agreementId) {
    return ground
        .database()
        .inTransaction(
            client ->
                papers
                    .roomOf(client, agreementId)
                    .map(room -> room.orElseThrow(Refusal::notFound))
                    .compose(
                        room ->
                            ground.papers().find(client, caller, room, "agreement-" + agreementId))
                    .compose(paper -> make(client, caller, paper, false)));
  }

  private Future<JsonObject> make(SqlClient client, Caller caller, PartyPaper paper, boolean send) {
    String token = Ids.fresh();
    Instant now = ground.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    PaperLinkStore.Fresh link =
        new PaperLinkStore.Fresh(
            Hash.of(token).value(),
            paper.agreementId(),
            paper.id(),
            caller.principalId(),
            now,
            now.plus(LIFE),
            send,
            null);
    String url = ground.publicUrl() + "/d/" + token;
    JsonObject made = JsonObject.of("expiresAt", link.expiresAt().toString());
    return send
        ? checkSent(client, link)
            .compose(few -> ground.phones().send(client, caller, paper.agreementId(), url))
            .compose(sentTo -> store.insert(client, link).map(made.put("sentTo", sentTo)))
        : store.insert(client, link).map(made.put("url", url).put("token", token));
  }

  private Future<Void> checkSent(SqlClient client, PaperLinkStore.Fresh link) {
    return store
        .sentSince(client, link.principalId(), link.madeAt().minus(HOUR))
        .compose(
            sent ->
                sent < SENT_AN_HOUR
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        Refusal.of(429, "too-many-links", RecordTexts.get("link.too-many"))));
  }

  /**
   * How a link stands, spending nothing: {@code {state, organisationName, contactPhone, expiresAt}}
   * with FRESH, SPENT or EXPIRED. It names whom to call and never the matter.
   */
  public Future<JsonObject> state(String token) {
    return ground
        .database()
        .withConnection(client -> store.standing(client, Hash.of(token).value()))
        .map(found -> found.orElseThrow(Refusal::notFound))
        .map(
            link ->
                new JsonObject()
                    .put("state", state(link))
                    .put("organisationName", link.organisation())
                    .put("contactPhone", link.phone())
                    .put("expiresAt", link.expiresAt().toString()));
  }

  private String state(PaperLinkStore.Standing link) {
    if (link.spent()) {
      return "SPENT";
    }
    return link.expiresAt().isAfter(ground.clock().instant()) ? "FRESH" : "EXPIRED";
  }

  /** The kept paper, once; 410 {@code link-spent} or {@code link-expired} for every other try. */
  public Future<PaperReading.Page> spend(String token) {
    return ground
        .database()
        .inTransaction(client -> spend(client, token, null, null))
        .compose(ground.reading()::file);
  }

  /**
   * Opens the link: it is spent, and the browser that spent it reads for half an hour by {@code
   * reading}.
   */
  public Future<JsonObject> open(String token) {
    String secret = Ids.fresh();
    Instant until = ground.clock().instant().plus(Readings.LIFE).truncatedTo(ChronoUnit.SECONDS);
    return ground
        .database()
        .inTransaction(client -> spend(client, token, Hash.of(secret).value(), until))
        .map(paper -> paper.json().put("reading", secret).put("readingUntil", until.toString()));
  }

  private Future<PartyPaper> spend(
      SqlClient client, String token, String readingHash, Instant until) {
    String hash = Hash.of(token).value();
    return store
        .spend(client, hash, ground.clock().instant(), readingHash, until)
        .compose(
            spent ->
                spent.isPresent()
                    ? papers.find(client, spent.get().agreementId(), spent.get().paper())
                    : store.standing(client, hash).compose(this::refuse))
        .map(found -> found.orElseThrow(Refusal::notFound));
  }

  private <T> Future<T> refuse(Optional<PaperLinkStore.Standing> link) {
    String state = link.map(this::state).orElse("UNKNOWN");
    return Future.failedFuture(
        switch (state) {
          case "SPENT" -> Refusal.gone("link-spent", RecordTexts.get("link.spent"));
          case "EXPIRED" -> Refusal.gone("link-expired", RecordTexts.get("link.expired"));
          default -> Refusal.notFound();
        });
  }
}
