package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yilian.audit.Audit;
import org.yilian.audit.Scopes;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.identity.Vault;
import org.yilian.kernel.Form;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;

/** The parties of a dispute: adding one, and filling in what was not known at the door. */
public final class Parties {
  private final PartyStore store = new PartyStore();
  private final DisputeStore disputes = new DisputeStore();
  private final Database database;
  private final Ledger ledger;
  private final Vault vault;
  private final Audit audit;
  private final Clock clock;
  private Hearing hearing;

  public Parties(Database database, Ledger ledger, Vault vault, Audit audit, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who hears what is said of them; before anything is. */
  public void heardBy(Hearing hearing) {
    this.hearing = hearing;
  }

  /** Adds a party while no room of the dispute has opened yet. */
  public Future<JsonObject> add(Caller caller, String disputeId, Form form) {
    caller.staff();
    PartyForm said = PartyForm.reported(form, today());
    form.check();
    return database.inTransaction(
        client ->
            ledger
                .editable(client, caller, disputeId)
                .compose(dispute -> refuseOnceOpened(client, disputeId))
                .compose(may -> store.ofDispute(client, disputeId))
                .compose(all -> enter(client, disputeId, all.size(), List.of(said)))
                .map(added -> added.get(0))
                .compose(added -> note(client, caller, added, "party-added", form))
                .compose(view -> heed(client, disputeId, said).map(view)));
  }

  private Future<Void> refuseOnceOpened(SqlClient client, String disputeId) {
    return disputes
        .hasOpened(client, disputeId)
        .compose(
            opened ->
                opened
                    ? Future.failedFuture(
                        Refusal.conflict("wrong-state", "调解已经开始，不能再增加当事人；请另行登记或先结束这次调解。"))
                    : Future.succeededFuture());
  }

  /** Fills in or corrects what is named in the form; what is not named stays. */
  public Future<JsonObject> correct(Caller caller, String disputeId, String partyId, Form form) {
    caller.staff();
    return database.inTransaction(
        client ->
            ledger
                .editable(client, caller, disputeId)
                .compose(dispute -> store.lock(client, partyId))
                .map(found -> found.filter(party -> party.disputeId().equals(disputeId)))
                .map(found -> found.orElseThrow(Refusal::notFound))
                .compose(before -> correct(client, caller, before, form)));
  }

  private Future<JsonObject> correct(SqlClient client, Caller caller, Party before, Form form) {
    PartyForm said = PartyForm.corrected(form, before, today());
    form.check();
    Party after = corrected(before, said);
    return store
        .update(client, after)
        .compose(done -> note(client, caller, after, "party-corrected", form))
        .compose(view -> heed(client, before.disputeId(), said).map(view));
  }

  private Future<Void> heed(SqlClient client, String disputeId, PartyForm said) {
    return said.description() == null
        ? Future.succeededFuture()
        : hearing.heed(client, disputeId, said.description());
  }

  private Party corrected(Party before, PartyForm said) {
    boolean id = said.id() != null;
    return new Party(
        before.id(),
        before.disputeId(),
        before.position(),
        before.side(),
        said.kind(),
        or(said.name(), before.name()),
        or(said.description(), before.description()),
        or(Sealed.of(vault, said.phone()), before.phone()),
        id ? said.id().type() : before.idType(),
        id ? Sealed.of(vault, said.id().number()) : before.idNumber(),
        id ? said.id().birthDate().orElse(null) : before.birthDate(),
        said.kind() == PartyKind.PERSON ? or(said.capacity(), before.capacity()) : null,
        or(said.legalRepresentative(), before.legalRepresentative()),
        or(said.domicile(), before.domicile()),
        or(said.habitualResidence(), before.habitualResidence()),
        or(said.address(), before.address()));
  }

  /** Enters parties behind the {@code position} that there are already. */
  private Future<List<Party>> enter(
      SqlClient client, String disputeId, int position, List<PartyForm> said) {
    return insert(client, drawn(disputeId, position, said));
  }

  /** The parties as they would be entered, their numbers sealed. */
  List<Party> drawn(String disputeId, int position, List<PartyForm> said) {
    List<Party> parties = new ArrayList<>();
    said.forEach(one -> parties.add(party(disputeId, position + parties.size(), one)));
    return parties;
  }

  Future<List<Party>> insert(SqlClient client, List<Party> parties) {
    return store.insertAll(client, parties).map(parties);
  }

  private Party party(String disputeId, int position, PartyForm said) {
    IdNumber id = said.id();
    return new Party(
        Ids.fresh(),
        disputeId,
        position,
        said.side(),
        said.kind(),
        said.name(),
        said.description(),
        Sealed.of(vault, said.phone()),
        id == null ? null : id.type(),
        id == null ? null : Sealed.of(vault, id.number()),
        id == null ? null : id.birthDate().orElse(null),
        said.capacity(),
        said.legalRepresentative(),
        said.domicile(),
        said.habitualResidence(),
        said.address());
  }

  private Future<JsonObject> note(
      SqlClient client, Caller caller, Party party, String kind, Form form) {
    JsonArray named = new JsonArray();
    PartyForm.FIELDS.stream().filter(form::has).forEach(named::add);
    JsonObject fact = new JsonObject().put("partyId", party.id()).put("fields", named);
    return audit
        .append(client, Scopes.dispute(party.disputeId()), caller.principalId(), kind, fact)
        .compose(done -> findAgain(client, party.disputeId()))
        .compose(done -> ledger.representatives(client, party.disputeId()))
        .map(people -> DisputeViews.party(party, people));
  }

  /** By what is known of its people now. */
  private Future<Void> findAgain(SqlClient client, String disputeId) {
    return disputes
        .find(client, disputeId)
        .compose(
            dispute ->
                store
                    .ofDispute(client, disputeId)
                    .map(parties -> SearchWords.of(dispute.orElseThrow(), parties)))
        .compose(words -> disputes.putWords(client, disputeId, words));
  }

  private LocalDate today() {
    return Deadlines.dateOf(clock.instant());
  }

  private static <T> T or(T said, T before) {
    return said == null ? before : said;
  }
}
