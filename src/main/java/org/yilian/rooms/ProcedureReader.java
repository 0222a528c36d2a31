package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.yilian.calendar.Deadlines;
import org.yilian.calendar.Term;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Ledger;
import org.yilian.disputes.Party;

/** Reads how far the procedure of a room has come. */
public final class ProcedureReader {
  private final RoomStore rooms = new RoomStore();
  private final ProcedureStore store = new ProcedureStore();
  private final PoliceStore police = new PoliceStore();
  private final Ledger ledger;
  private final Deadlines deadlines;
  private final Clock clock;

  public ProcedureReader(Ledger ledger, Deadlines deadlines, Clock clock) {
    this.ledger = ledger;
    this.deadlines = deadlines;
    this.clock = clock;
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
    Future<PoliceChecklist> checklist = police.checklist(client, room.id());
    Future<PoliceRounds> rounds = rounds(client, room);
    return Future.all(
            List.of(
                dispute,
                parties,
                members,
                consents,
                disclosures,
                checks,
                answers,
                checklist,
                rounds))
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
                    answers.result(),
                    checklist.result(),
                    rounds.result(),
                    Deadlines.dateOf(clock.instant())));
  }

  private Future<PoliceRounds> rounds(SqlClient client, Room room) {
    return room.byPolice()
        ? police.earlierEnds(client, room).map(this::rounds)
        : Future.succeededFuture(PoliceRounds.NONE);
  }

  private PoliceRounds rounds(List<Instant> ends) {
    return ends.isEmpty()
        ? PoliceRounds.NONE
        : new PoliceRounds(
            ends.size(),
            deadlines.after(Term.SECOND_POLICE_MEDIATION, Deadlines.dateOf(ends.get(0))));
  }
}
