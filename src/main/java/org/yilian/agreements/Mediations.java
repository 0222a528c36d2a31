package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Marriage;
import org.yilian.disputes.Party;
import org.yilian.disputes.Representative;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;

/** Reads the mediation that an agreement belongs to, whole. */
public final class Mediations {
  private final MediationStore store = new MediationStore();
  private final Ledger ledger;
  private final Organisations organisations;

  public Mediations(Ledger ledger, Organisations organisations) {
    this.ledger = ledger;
    this.organisations = organisations;
  }

  /** The mediation of this room, or 404. It is for the caller to decide who may know of it. */
  public Future<Mediation> of(SqlClient client, String roomId) {
    return store.room(client, roomId).compose(room -> whole(client, roomId, room));
  }

  private Future<Mediation> whole(SqlClient client, String roomId, MediationStore.RoomRow room) {
    Future<List<Organisation>> mediating = mediating(client, roomId, room.hostId());
    Future<Dispute> dispute = ledger.dispute(client, room.disputeId());
    Future<Marriage> marriage = ledger.marriage(client, room.disputeId());
    Future<List<Party>> parties = ledger.parties(client, room.disputeId());
    Future<List<Representative>> people = ledger.representatives(client, room.disputeId());
    Future<List<Seat>> seats = store.seats(client, roomId);
    Future<Set<String>> lawyer = store.sidesWithLawyer(client, roomId);
    return Future.all(List.of(mediating, dispute, marriage, parties, people, seats, lawyer))
        .map(
            all ->
                new Mediation(
                    roomId,
                    room.track(),
                    room.ended(),
                    room.flagged(),
                    room.openedAt(),
                    mediating.result(),
                    dispute.result(),
                    marriage.result(),
                    parties.result(),
                    people.result(),
                    seats.result(),
                    lawyer.result(),
                    room.suspects()));
  }

  private Future<List<Organisation>> mediating(SqlClient client, String roomId, String hostId) {
    return store
        .mediatorsOrganisations(client, roomId)
        .compose(
            ids -> {
              Set<String> all = new LinkedHashSet<>(List.of(hostId));
              all.addAll(ids);
              List<Future<Organisation>> found =
                  all.stream().map(id -> organisations.get(client, id)).toList();
              return Future.all(found).map(done -> found.stream().map(Future::result).toList());
            });
  }

  Future<Boolean> consented(SqlClient client, Seat seat, String kind) {
    return store.consented(client, seat.memberId(), kind);
  }

  Future<Instant> safetyAnsweredAt(SqlClient client, Seat seat) {
    return store.safetyAnsweredAt(client, seat.memberId());
  }
}
