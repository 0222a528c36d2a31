package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.yilian.identity.Caller;
import org.yilian.identity.Role;
import org.yilian.kernel.Refusal;

/** The one place that decides who may see an agreement. */
final class Access {
  private final AgreementStore store = new AgreementStore();
  private final Mediations mediations;

  Access(Mediations mediations) {
    this.mediations = mediations;
  }

  /** An agreement with all that surrounds it, as one caller sees it. */
  record Seen(Agreement agreement, Mediation mediation, Viewer viewer) {}

  /** The agreement if the caller may see it, else 404. */
  Future<Seen> see(SqlClient client, Caller caller, String id) {
    return store.find(client, id).compose(found -> seen(client, caller, found));
  }

  /** The same, held until the transaction ends. */
  Future<Seen> lock(SqlClient client, Caller caller, String id) {
    return store.lock(client, id).compose(found -> seen(client, caller, found));
  }

  private Future<Seen> seen(SqlClient client, Caller caller, Agreement agreement) {
    return mediations
        .of(client, agreement.roomId())
        .map(mediation -> new Seen(agreement, mediation, viewer(caller, mediation)))
        .compose(
            seen ->
                seen.viewer().sees(agreement.status())
                    ? Future.succeededFuture(seen)
                    : Future.failedFuture(Refusal.notFound()));
  }

  /** As what the caller looks at what this mediation brings forth. */
  static Viewer viewer(Caller caller, Mediation mediation) {
    boolean elsewhere =
        caller instanceof Caller.Guest
            && !((Caller.Guest) caller).roomId().equals(mediation.roomId());
    Seat seat = elsewhere ? null : mediation.seatOf(caller.principalId()).orElse(null);
    boolean clerk =
        caller.is(Role.COMMITTEE_CLERK)
            && caller.staff().organisationId().equals(mediation.host().id());
    return new Viewer(caller, seat, clerk);
  }
}
