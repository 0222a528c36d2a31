package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.documents.Sealed;
import org.yilian.documents.Verification.Archived;
import org.yilian.evidence.Heads;
import org.yilian.evidence.Tree;
import org.yilian.kernel.Periodic;
import org.yilian.kernel.Refusal;

/**
 * Archives sealed documents again before the certificate of their last clock ends. The clock is
 * asked between two transactions; of several servers one takes a document, and where that one dies
 * the next takes it after an hour. What was given out stays, and is the beginning of the renewed.
 */
public final class ArchiveRenewals {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveRenewals.class);
  private static final long ROUND_MILLIS = 60_000;
  private static final Duration AGAIN = Duration.ofHours(1);

  /** A stamp may cost money, and a clock's new certificate comes once in years. */
  private static final Duration SAME_CERTIFICATE_AGAIN = Duration.ofDays(1);

  private static final String SAME_CERTIFICATE = "same-certificate";
  private static final String FAILED = "failed";

  private final ArchiveStore store = new ArchiveStore();
  private final Periodic rounds;
  private final Ground on;

  /**
   * What renewing stands on.
   *
   * @param before how long before its end an archive is due
   */
  public record Ground(
      Database database,
      StoredFiles files,
      Seals seals,
      Audit audit,
      Heads heads,
      Duration before,
      Clock clock) {}

  public ArchiveRenewals(Vertx vertx, Ground on) {
    this.rounds = new Periodic(vertx, ROUND_MILLIS, this::sweep);
    this.on = on;
  }

  public void start() {
    rounds.start();
  }

  public void stop() {
    rounds.stop();
  }

  /** Renews all that are due, up to the first that fails: where a clock is away it is for all. */
  public Future<Void> sweep() {
    return lookAll()
        .compose(done -> renewAll())
        .onFailure(failure -> LOG.warn("archives left for later reason={}", failure.toString()));
  }

  private Future<Void> lookAll() {
    return store
        .unlooked(on.database().pool())
        .compose(
            found ->
                found
                    .map(one -> look(one).compose(done -> lookAll()))
                    .orElseGet(Future::succeededFuture));
  }

  /** Until when the archive of a file lasts that was sealed before anybody wrote it down. */
  private Future<Void> look(ArchiveStore.Unlooked one) {
    Future<Optional<Instant>> endsAt =
        one.fileId()
            .map(
                id ->
                    on.files()
                        .bytes(on.database().pool(), id)
                        .compose(bytes -> on.seals().verify(bytes.getBytes()))
                        .map(verdict -> Optional.ofNullable(verdict.archived()))
                        .map(archived -> archived.map(Archived::until)))
            .orElseGet(() -> Future.succeededFuture(Optional.empty()));
    return endsAt.compose(known -> store.looked(on.database().pool(), one, known));
  }

  private Future<Void> renewAll() {
    Instant now = now();
    return on.database()
        .inTransaction(client -> store.take(client, now, now.plus(on.before()), now.plus(AGAIN)))
        .compose(
            due ->
                due.map(one -> renew(one).compose(good -> good ? renewAll() : left()))
                    .orElseGet(ArchiveRenewals::left));
  }

  private static Future<Void> left() {
    return Future.succeededFuture();
  }

  /** Whether it went well. */
  private Future<Boolean> renew(DueArchive due) {
    return on.files()
        .bytes(on.database().pool(), due.fileId())
        .compose(bytes -> on.seals().renewed(bytes.getBytes()))
        .compose(renewed -> kept(due, renewed))
        .recover(failure -> failed(due, code(failure), AGAIN, failure));
  }

  /** What lasts no longer than before is not worth its bytes. */
  private Future<Boolean> kept(DueArchive due, Sealed sealed) {
    Instant endsAt = sealed.archivedUntil().orElseThrow();
    return endsAt.isAfter(due.endsAt())
        ? on.database().inTransaction(client -> keep(client, due, sealed, endsAt)).map(true)
        : failed(due, SAME_CERTIFICATE, SAME_CERTIFICATE_AGAIN, null);
  }

  private Future<Void> keep(SqlClient client, DueArchive due, Sealed sealed, Instant endsAt) {
    return store
        .renewed(client, due, endsAt)
        .compose(mine -> mine ? keepFile(client, due, sealed, endsAt) : left());
  }

  private Future<Void> keepFile(SqlClient client, DueArchive due, Sealed sealed, Instant endsAt) {
    Buffer bytes = Buffer.buffer(sealed.paper().pdf());
    return on.files()
        .find(client, due.fileId())
        .compose(first -> on.files().renew(client, first.orElseThrow(), bytes))
        .compose(done -> store.insertRenewal(client, due, sealed.paper().sha256(), endsAt, now()))
        .compose(
            done ->
                due.agreementId()
                    .map(id -> tell(client, id, due, sealed))
                    .orElseGet(ArchiveRenewals::left));
  }

  /** The log of the agreement knows what was sealed by its hash, and so its renewal as well. */
  private Future<Void> tell(SqlClient client, String agreementId, DueArchive due, Sealed sealed) {
    String scope = Scopes.agreement(agreementId);
    JsonObject fact =
        new JsonObject()
            .put("document", due.sha256().value())
            .put("renewed", sealed.paper().sha256().value())
            .put("renewals", due.renewals() + 1);
    return on.audit()
        .append(client, scope, "system", "document-renewed", fact)
        .compose(done -> on.heads().sign(client, Tree.ofFacts(scope)))
        .mapEmpty();
  }

  private Future<Boolean> failed(DueArchive due, String code, Duration again, Throwable failure) {
    LOG.warn("an archive is not renewed file={} code={}", due.fileId(), code, unexplained(failure));
    Instant now = now();
    return store.failed(on.database().pool(), due, code, now, now.plus(again)).map(false);
  }

  /** A refusal explains itself by its code. */
  private static Throwable unexplained(Throwable failure) {
    return failure instanceof Refusal ? null : failure;
  }

  private static String code(Throwable failure) {
    return failure instanceof Refusal refusal ? refusal.code() : FAILED;
  }

  private Instant now() {
    return on.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
