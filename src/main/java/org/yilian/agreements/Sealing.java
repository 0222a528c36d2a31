package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yilian.audit.Audit;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.disputes.DisputeStatus;
import org.yilian.documents.Rendered;
import org.yilian.evidence.Heads;
import org.yilian.evidence.Tree;
import org.yilian.identity.Caller;
import org.yilian.kernel.Field;
import org.yilian.kernel.Refusal;

/**
 * The committee's seal, which makes an agreement effective (人民调解法 29). The document is made between
 * two transactions; whatever crashes on the way leaves the agreement SIGNED, and the next call
 * seals it. Of two calls at once the first to commit counts for both.
 */
final class Sealing {
  private final AgreementStore store = new AgreementStore();
  private final SignatureStore signatures = new SignatureStore();
  private final Database database;
  private final Access access;
  private final Papers papers;
  private final StoredFiles files;
  private final DisputeSteps disputes;
  private final Notices notices;
  private final Audit audit;
  private final Heads heads;
  private final Clock clock;

  Sealing(
      Database database,
      Access access,
      Papers papers,
      StoredFiles files,
      DisputeSteps disputes,
      Notices notices,
      Audit audit,
      Heads heads,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.papers = papers;
    this.files = files;
    this.disputes = disputes;
    this.notices = notices;
    this.audit = audit;
    this.heads = heads;
    this.clock = clock;
  }

  /** What stands before the seal. */
  private record Ready(Access.Seen seen, Signatures signatures) {
    boolean sealed() {
      return seen.agreement().document() != null;
    }
  }

  /** Seals, or does nothing where it is sealed. 409 {@code signature-missing} with the names. */
  Future<Void> seal(Caller caller, String id) {
    return database
        .withConnection(client -> ready(client, caller, id))
        .compose(ready -> ready.sealed() ? Future.succeededFuture() : seal(caller, ready));
  }

  private Future<Ready> ready(SqlClient client, Caller caller, String id) {
    return access
        .see(client, caller, id)
        .compose(
            seen -> {
              seen.viewer().requireClerk();
              return signatures
                  .of(client, seen.agreement())
                  .map(given -> new Signatures(seen.mediation(), given))
                  .map(given -> checked(new Ready(seen, given)));
            });
  }

  private static Ready checked(Ready ready) {
    if (ready.sealed()) {
      return ready;
    }
    if (ready.seen().agreement().status() == AgreementStatus.SIGNING) {
      List<Field> missing =
          ready.signatures().missingNames().stream()
              .map(name -> new Field("signatures", name + "还没有签名。"))
              .toList();
      throw Refusal.conflict("signature-missing", "还有人没有签名，不能盖章。", missing);
    }
    Steps.take(ready.seen().agreement(), AgreementStatus.Step.SEAL);
    return ready;
  }

  private Future<Void> seal(Caller caller, Ready ready) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = Deadlines.dateOf(now);
    return papers
        .sealed(ready.seen().agreement(), ready.signatures(), today, caller.principalId())
        .compose(paper -> database.inTransaction(client -> keep(client, caller, ready, paper, now)))
        .compose(fresh -> fresh ? changed(ready.seen()) : Future.succeededFuture());
  }

  /** The seal comes last of all signatures, so the day of the seal is the day of effect. */
  private Future<Boolean> keep(
      SqlClient client, Caller caller, Ready ready, SealedPaper paper, Instant now) {
    return store
        .lock(client, ready.seen().agreement().id())
        .compose(
            current -> {
              if (current.document() != null) {
                return Future.succeededFuture(false);
              }
              Steps.take(current, AgreementStatus.Step.SEAL);
              return paper
                  .entered(client, now)
                  .compose(entered -> keep(client, caller, ready.seen(), current, entered, now))
                  .map(true);
            });
  }

  private Future<Void> keep(
      SqlClient client,
      Caller caller,
      Access.Seen seen,
      Agreement current,
      Rendered paper,
      Instant now) {
    LocalDate effectiveOn = Deadlines.dateOf(now);
    Buffer bytes = Buffer.buffer(paper.pdf());
    String clerk = caller.principalId();
    JsonObject fact =
        new JsonObject()
            .put("version", current.version())
            .put("textHash", current.textHash())
            .put("document", paper.sha256().value())
            .put("effectiveOn", effectiveOn.toString());
    return files
        .put(client, current.hostId(), "application/pdf", bytes, current.facts())
        .map(file -> new Agreement.SealedFile(file.id(), file.sha256(), paper.pages()))
        .compose(file -> store.seal(client, current, clerk, now, effectiveOn, file))
        .compose(done -> disputes.move(client, seen, DisputeStatus.AGREED))
        .compose(done -> audit.append(client, current.facts(), clerk, "agreement-sealed", fact))
        .compose(done -> heads.sign(client, Tree.ofFacts(current.facts())))
        .compose(done -> tell(client, seen, effectiveOn))
        .compose(done -> notices.sms(client, seen.mediation()));
  }

  private Future<Void> tell(SqlClient client, Access.Seen seen, LocalDate effectiveOn) {
    Mediation mediation = seen.mediation();
    String day = effectiveOn.toString();
    return notices.tell(client, mediation, Notices.sides(mediation), "effective", day);
  }

  private Future<Void> changed(Access.Seen seen) {
    Mediation mediation = seen.mediation();
    String id = seen.agreement().id();
    return notices.changed(mediation, "agreement", id, Notices.sides(mediation));
  }
}
