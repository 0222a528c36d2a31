package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yilian.agreements.Mediation;
import org.yilian.agreements.Mediations;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.disputes.Party;
import org.yilian.documents.Documents;
import org.yilian.documents.Sheet;
import org.yilian.evidence.Heads;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;
import org.yilian.rooms.MemberRole;

/**
 * The sealed part of a file: a record of the talk with one side, which that side signs and only a
 * mediator of the room opens. One side in one document, never two.
 */
public final class SealedParts {
  private final MatterStore store = new MatterStore();
  private final Database database;
  private final Mediations mediations;
  private final Matters matters;
  private final Utterances utterances;
  private final SpokenRecords records;
  private final Documents documents;
  private final Clock clock;

  public SealedParts(
      Database database,
      Mediations mediations,
      Heads heads,
      Utterances utterances,
      SpokenRecords records,
      Documents documents,
      Clock clock) {
    this.database = database;
    this.mediations = mediations;
    this.matters = new Matters(mediations, heads, utterances, records);
    this.utterances = utterances;
    this.records = records;
    this.documents = documents;
    this.clock = clock;
  }

  /** What was said, in portions that one record takes. */
  private record Talked(
      Mediation mediation,
      Matter.Talk talk,
      List<Matter.Attendee> present,
      List<Matter.Confirmation> confirmed,
      List<List<Matter.Utterance>> portions) {}

  /** As a PDF; 404 for everybody but the room's mediators, and for a side that is not there. */
  public Future<Buffer> of(Caller caller, String roomId, String side) {
    caller.staff();
    return database
        .inTransaction(client -> talked(client, caller, roomId, side))
        .compose(this::bound);
  }

  private Future<Talked> talked(SqlClient client, Caller caller, String roomId, String side) {
    return store
        .mediates(client, roomId, caller.principalId())
        .compose(
            mediates ->
                mediates ? matters.talks(client, roomId) : Future.failedFuture(Refusal.notFound()))
        .map(
            talks ->
                talks.stream()
                    .filter(talk -> talk.side().equals(side))
                    .findFirst()
                    .orElseThrow(Refusal::notFound))
        .compose(talk -> talked(client, roomId, talk));
  }

  private Future<Talked> talked(SqlClient client, String roomId, Matter.Talk talk) {
    Future<Mediation> mediation = mediations.of(client, roomId);
    Future<List<Matter.Attendee>> present = store.attendees(client, roomId);
    Future<List<Matter.Utterance>> said = utterances.lane(client, talk.laneId());
    Future<List<Matter.Confirmation>> confirmed =
        records.standing(client, roomId, SpokenRecords.Kind.TALK);
    return Future.all(mediation, present, said, confirmed)
        .map(
            all ->
                new Talked(
                    mediation.result(),
                    talk,
                    present.result().stream()
                        .filter(one -> one.side().equals(talk.side()))
                        .toList(),
                    confirmed.result(),
                    Matter.portions(said.result())));
  }

  private Future<Buffer> bound(Talked talked) {
    if (talked.portions().isEmpty()) {
      return Future.failedFuture(Refusal.conflict("nothing-said", "与这一方还没有单独谈话。"));
    }
    LocalDate today = Deadlines.dateOf(clock.instant());
    String title = documents.template("side-record").title();
    Future<List<Sheet>> done = Future.succeededFuture(new ArrayList<>());
    for (List<Matter.Utterance> portion : talked.portions()) {
      done =
          done.compose(
              sheets ->
                  documents
                      .render("side-record", values(talked, portion, today))
                      .onSuccess(pdf -> sheets.add(new Sheet(title, pdf.pdf(), true)))
                      .map(sheets));
    }
    return done.compose(sheets -> documents.bind(title, sheets))
        .map(pdf -> Buffer.buffer(pdf.pdf()));
  }

  private Map<String, Object> values(
      Talked talked, List<Matter.Utterance> portion, LocalDate today) {
    Mediation mediation = talked.mediation();
    List<Party> ofSide =
        mediation.parties().stream()
            .filter(party -> party.side().equals(talked.talk().side()))
            .toList();
    List<String> present = talked.present().stream().map(Matter.Attendee::name).distinct().toList();
    Map<String, Object> values = new HashMap<>();
    values.put("organisation", mediation.host().name());
    values.put("number", DossierTexts.get("side-record", mediation.dispute().number()));
    values.put("side", talked.talk().side());
    values.put("mediators", String.join("、", mediation.namesOf(MemberRole.MEDIATOR)));
    values.put("present", String.join("、", present));
    values.put("hash", talked.talk().root());
    values.put(
        "entries",
        portion.stream().map(said -> RecordEntries.entry(said, documents::drawable)).toList());
    values.put("transcribed", portion.stream().anyMatch(Matter.Utterance::byMachine));
    values.put("signatures", People.confirmed(ofSide, talked.confirmed()));
    values.put("date", today);
    return values;
  }
}
