package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Party;

/** Reads how far the procedure of a room has come. */
public final class ProcedureReader {
  private final RoomStore rooms = new RoomStore();
  private final ProcedureStore store = new ProcedureStore();
  private final Ledger ledger;

  public ProcedureReader(Ledger ledger) {
    this.ledger = ledger;
  }

  Future<Procedure> read(SqlClient client, String roomId) {
    return rooms.room(client, roomId).compose(room -> read(client, room));
  }

  private Future<Procedure> read(SqlClient client, Room room) {
    Future<Dispute> dispute = ledger.dispute(client, room.disputeId());
    Future<List<Party>> parties = ledger.parties(client, room.disputeId());
    Future<List<Member>> members = rooms.members(client, room.id());
    Future<List<Consent>> consents = store.consents(client, room.id());
    Future<List<Disclosure>> disclosures = store.disclosures(client, room.id());
    Future<List<IdentityCheck>> checks = store.identityChecks(client, room.id());
    Future<List<SafetyAnswer>> answers = store.safetyAnswers(client, room.id());
    return Future.all(List.of(dispute, parties, members, consents, disclosures, checks, answers))
        .map(
            all ->
                new Procedure(
                    room,
                    dispute.result(),
                    parties.result(),
                    members.result(),
                    consents.result(),
                    disclosures.result(),
                    checks.result(),
                    answers.result()));
  }
}
