package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yilian.identity.Areas;
import org.yilian.identity.Caller;
import org.yilian.identity.Look;
import org.yilian.identity.Role;
import org.yilian.identity.Vault;
import org.yilian.kernel.Refusal;

/**
 * The disputes as other features read and move them, within their own transactions. Whoever asks
 * here has already decided that the caller may know; {@link #visible} decides it.
 */
public final class Ledger {
  private static final Set<Role> EDITORS =
      EnumSet.of(
          Role.MEDIATOR,
          Role.COMMUNITY_POLICE,
          Role.COMMITTEE_CLERK,
          Role.GRID_WORKER,
          Role.COMMUNITY_HEAD,
          Role.STREET_POST,
          Role.STREET_CENTER,
          Role.DISTRICT_CENTER,
          Role.CITY_CENTER);

  private final DisputeStore disputes = new DisputeStore();
  private final PartyStore parties = new PartyStore();
  private final RepresentativeStore representatives = new RepresentativeStore();
  private final MarriageStore marriages = new MarriageStore();
  private final Vault vault;
  private final Areas areas;
  private final Clock clock;

  public Ledger(Vault vault, Areas areas, Clock clock) {
    this.vault = vault;
    this.areas = areas;
    this.clock = clock;
  }

  /** The dispute if the caller may see it, else 404. */
  public Future<Dispute> visible(SqlClient client, Caller caller, String disputeId) {
    return caller instanceof Caller.Guest guest
        ? disputes.visible(client, guest, disputeId).map(found -> orNotFound(found))
        : look(client, caller).compose(look -> visible(client, look, disputeId));
  }

  /** The dispute if whoever looks so may see it, else 404. */
  public Future<Dispute> visible(SqlClient client, Look look, String disputeId) {
    return disputes.visible(client, look, disputeId).map(found -> orNotFound(found));
  }

  /** The ids of those among them that whoever looks so may see. */
  public Future<Set<String>> visibleAmong(SqlClient client, Look look, List<String> ids) {
    return ids.isEmpty()
        ? Future.succeededFuture(Set.of())
        : disputes.visibleAmong(client, look, ids);
  }

  /** How far a member of staff looks, for features that list disputes. */
  public Future<Look> look(SqlClient client, Caller caller) {
    return areas.look(client, caller.staff());
  }

  /** The dispute, locked, if the caller may correct it: he sees it and does more than advise. */
  Future<Dispute> editable(SqlClient client, Caller caller, String disputeId) {
    boolean editor = EDITORS.stream().anyMatch(caller::is);
    return visible(client, caller, disputeId)
        .compose(seen -> disputes.lock(client, disputeId))
        .map(found -> found.filter(d -> editor || d.createdBy().equals(caller.principalId())))
        .map(found -> orNotFound(found));
  }

  public Future<Dispute> dispute(SqlClient client, String id) {
    return disputes.find(client, id).map(found -> orNotFound(found));
  }

  /** The dispute, locked until the transaction ends. */
  public Future<Dispute> lock(SqlClient client, String id) {
    return disputes.lock(client, id).map(found -> orNotFound(found));
  }

  /**
   * The disputes, locked until the transaction ends. All are locked in one order: of two changes
   * that name the same ones the other way round, one waits.
   */
  public Future<List<Dispute>> lock(SqlClient client, List<String> ids) {
    return disputes.lock(client, ids);
  }

  public Future<Party> party(SqlClient client, String id) {
    return parties.find(client, id).map(found -> orNotFound(found));
  }

  /** The parties in the order in which they were reported. */
  public Future<List<Party>> parties(SqlClient client, String disputeId) {
    return parties.ofDispute(client, disputeId);
  }

  /** What was asked of the marriage; of other disputes nothing was. For mediators' work alone. */
  public Future<Marriage> marriage(SqlClient client, String disputeId) {
    return marriages.of(client, disputeId);
  }

  public Future<Representative> representative(SqlClient client, String id) {
    return representatives
        .find(client, id)
        .map(found -> orNotFound(found))
        .compose(found -> party(client, found.partyId()))
        .compose(party -> representatives(client, party.disputeId()))
        .map(all -> all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow());
  }

  public Future<List<Representative>> representatives(SqlClient client, String disputeId) {
    Future<List<Party>> there = parties(client, disputeId);
    Future<List<Representative>> people = representatives.ofDispute(client, disputeId);
    return Future.all(there, people).map(all -> Conflicts.marked(people.result(), there.result()));
  }

  /**
   * The number itself: for an SMS, or for the annex to the court, and for nothing that is shown.
   */
  public String open(Sealed sealed) {
    return vault.open(sealed.bytes());
  }

  /**
   * Moves the dispute on. Stays silent where it is there already.
   *
   * @return fails with 409 {@code wrong-state} where the table allows no such step
   */
  public Future<Void> move(SqlClient client, String id, DisputeStatus to) {
    return lock(client, id)
        .compose(
            dispute -> {
              if (dispute.status() == to) {
                return Future.succeededFuture();
              }
              return dispute.status().mayBecome(to)
                  ? disputes.move(client, id, dispute.status(), to, clock.instant()).mapEmpty()
                  : Future.failedFuture(Refusal.conflict("wrong-state", "纠纷现在的状态不允许这一步，请刷新后再看。"));
            });
  }

  private static <T> T orNotFound(Optional<T> found) {
    return found.orElseThrow(Refusal::notFound);
  }
}
