package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.db.StoredFiles;
import org.yilian.identity.Caller;
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/** Guardians, agents, helpers and interpreters of a party. */
public final class Representatives {
  private final RepresentativeStore store = new RepresentativeStore();
  private final Database database;
  private final Ledger ledger;
  private final StoredFiles files;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;

  public Representatives(
      Database database, Ledger ledger, StoredFiles files, Vault vault, Audit audit, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.files = files;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /** Enters a representative of a party of this dispute. */
  public Future<JsonObject> add(Caller caller, String disputeId, Form form) {
    caller.staff();
    RepresentativeForm said = RepresentativeForm.read(form, Deadlines.dateOf(clock.instant()));
    return database
        .inTransaction(
            client ->
                ledger
                    .editable(client, caller, disputeId)
                    .compose(dispute -> ledger.party(client, said.partyId()))
                    .map(party -> ofDispute(party, disputeId))
                    .compose(
                        party -> enter(client, caller.principalId(), party, representative(said))))
        .map(DisputeViews::representative);
  }

  /** Enters one within a transaction of the caller's; {@code form} as {@link #add} reads it. */
  public Future<Representative> enter(SqlClient client, String actorId, Party party, Form form) {
    RepresentativeForm said = RepresentativeForm.read(form, Deadlines.dateOf(clock.instant()));
    return enter(client, actorId, party, representative(said));
  }

  /** Notes, or takes back, that a representative's own interest is against the party's. */
  public Future<JsonObject> correct(Caller caller, String disputeId, String id, Form form) {
    caller.staff();
    Boolean conflict = form.flag("conflictOfInterest");
    form.check();
    return database.inTransaction(
        client ->
            ledger
                .editable(client, caller, disputeId)
                .compose(dispute -> ledger.representative(client, id))
                .compose(one -> ledger.party(client, one.partyId()))
                .map(party -> ofDispute(party, disputeId))
                .compose(party -> store.conflict(client, id, conflict))
                .compose(done -> note(client, caller, disputeId, id, conflict))
                .compose(done -> ledger.representative(client, id))
                .map(DisputeViews::representative));
  }

  private Future<Void> note(
      SqlClient client, Caller caller, String disputeId, String id, boolean conflict) {
    JsonObject fact =
        new JsonObject().put("representativeId", id).put("conflictOfInterest", conflict);
    return audit.append(
        client, Scopes.dispute(disputeId), caller.principalId(), "representative-corrected", fact);
  }

  private static Party ofDispute(Party party, String disputeId) {
    if (!party.disputeId().equals(disputeId)) {
      throw Refusal.notFound();
    }
    return party;
  }

  private Representative representative(RepresentativeForm said) {
    return new Representative(
        Ids.fresh(),
        said.partyId(),
        said.kind(),
        said.name(),
        Sealed.of(vault, said.phone()),
        said.id().type(),
        Sealed.of(vault, said.id().number()),
        said.authority(),
        said.documentId(),
        said.conflictOfInterest());
  }

  private Future<Representative> enter(
      SqlClient client, String actorId, Party party, Representative one) {
    JsonObject fact =
        new JsonObject()
            .put("partyId", party.id())
            .put("representativeId", one.id())
            .put("kind", one.kind().name());
    return attachDocument(client, actorId, one)
        .compose(done -> store.insert(client, one, clock.instant()))
        .compose(
            done ->
                audit.append(
                    client,
                    Scopes.dispute(party.disputeId()),
                    actorId,
                    "representative-added",
                    fact))
        .map(one);
  }

  private Future<Void> attachDocument(SqlClient client, String actorId, Representative one) {
    return one.documentId() == null
        ? Future.succeededFuture()
        : files.attach(
            client, one.documentId(), actorId, "representative:" + one.id(), "documentId");
  }
}
