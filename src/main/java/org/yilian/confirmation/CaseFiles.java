package org.yilian.confirmation;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import org.yilian.agreements.Concern;
import org.yilian.agreements.Concerns;
import org.yilian.identity.Caller;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.identity.Role;
import org.yilian.kernel.Refusal;

/** The one place that decides who may see an application. */
final class CaseFiles {
  private final ConfirmationStore store = new ConfirmationStore();
  private final ApplicationSignatureStore signatures = new ApplicationSignatureStore();
  private final HistoryStore history = new HistoryStore();
  private final Concerns concerns;
  private final Organisations organisations;

  CaseFiles(Concerns concerns, Organisations organisations) {
    this.concerns = concerns;
    this.organisations = organisations;
  }

  /** The application if the caller may see it, else 404. */
  Future<CaseFile> see(SqlClient client, Caller caller, String id) {
    return store.find(client, id).compose(found -> seen(client, caller, found));
  }

  /** The same, held until the transaction ends. */
  Future<CaseFile> lock(SqlClient client, Caller caller, String id) {
    return store.lock(client, id).compose(found -> seen(client, caller, found));
  }

  private Future<CaseFile> seen(SqlClient client, Caller caller, Optional<Confirmation> found) {
    Confirmation confirmation = found.orElseThrow(Refusal::notFound);
    boolean bench = ofCourt(caller, confirmation);
    Future<Concern> concern =
        bench
            ? concerns.unguarded(client, confirmation.agreementId())
            : concerns.of(client, caller, confirmation.agreementId());
    return concern.compose(known -> whole(client, confirmation, known, bench));
  }

  /** Of that court, and only once the court has it. */
  private static boolean ofCourt(Caller caller, Confirmation confirmation) {
    return confirmation.receivedAt() != null
        && (caller.is(Role.COURT_CLERK) || caller.is(Role.JUDGE))
        && caller.staff().organisationId().equals(confirmation.courtId());
  }

  private Future<CaseFile> whole(
      SqlClient client, Confirmation confirmation, Concern concern, boolean bench) {
    Future<Organisation> court = organisations.get(client, confirmation.courtId());
    Future<List<ApplicationSignature>> given = signatures.of(client, confirmation.id());
    Future<List<HistoryStep>> steps = history.of(client, confirmation.id());
    return Future.all(court, given, steps)
        .map(
            all ->
                new CaseFile(
                    confirmation, concern, court.result(), given.result(), steps.result(), bench));
  }
}
