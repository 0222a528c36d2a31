package org.yilian.dossiers;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.yilian.agreements.Mediation;
import org.yilian.agreements.Mediations;
import org.yilian.evidence.Heads;
import org.yilian.evidence.Tree;

/** Reads the mediations of a dispute that one organisation hosts, for its file. */
final class Matters {
  private final MatterStore store = new MatterStore();
  private final ContractStore contracts = new ContractStore();
  private final Mediations mediations;
  private final Heads heads;
  private final Utterances utterances;
  private final SpokenRecords records;

  Matters(Mediations mediations, Heads heads, Utterances utterances, SpokenRecords records) {
    this.mediations = mediations;
    this.heads = heads;
    this.utterances = utterances;
    this.records = records;
  }

  /** In the order in which they were begun; empty where the organisation hosts none. */
  Future<List<Matter>> of(SqlClient client, String disputeId, String hostId) {
    return store
        .hosted(client, disputeId, hostId)
        .compose(
            rooms -> {
              Future<List<Matter>> done = Future.succeededFuture(new ArrayList<>());
              for (Matter.RoomRow room : rooms) {
                done =
                    done.compose(
                        all -> whole(client, disputeId, room).onSuccess(all::add).map(all));
              }
              return done;
            });
  }

  private Future<Matter> whole(SqlClient client, String disputeId, Matter.RoomRow room) {
    Future<Mediation> mediation = mediations.of(client, room.id());
    Future<List<String>> reporter = store.reporter(client, disputeId);
    Future<List<Matter.Attendee>> attendees = store.attendees(client, room.id());
    Future<List<Matter.Decision>> decisions = store.decisions(client, room.id());
    Future<List<Matter.Utterance>> common = utterances.common(client, room.id());
    Future<List<Matter.Confirmation>> confirmed =
        records.standing(client, room.id(), SpokenRecords.Kind.COMMON);
    Future<List<Matter.SharedFact>> facts = store.facts(client, room.id());
    Future<List<Matter.Contract>> agreements = contracts.agreements(client, room.id());
    Future<List<Matter.Delivery>> deliveries = contracts.deliveries(client, room.id());
    Future<List<Matter.CourtFile>> court = contracts.court(client, room.id());
    Future<List<Matter.Talk>> talks = talks(client, room.id());
    return Future.all(
            List.of(
                mediation,
                reporter,
                attendees,
                decisions,
                common,
                confirmed,
                facts,
                agreements,
                deliveries,
                court,
                talks))
        .map(
            all ->
                new Matter(
                    room,
                    mediation.result(),
                    reporter.result().stream().findFirst().orElse(null),
                    attendees.result(),
                    decisions.result(),
                    common.result(),
                    confirmed.result(),
                    facts.result(),
                    agreements.result(),
                    deliveries.result(),
                    court.result(),
                    talks.result()));
  }

  /** The talks with one side, each with its fingerprint as it stands now. */
  Future<List<Matter.Talk>> talks(SqlClient client, String roomId) {
    return store
        .talks(client, roomId)
        .compose(
            found -> {
              Future<List<Matter.Talk>> done = Future.succeededFuture(new ArrayList<>());
              for (Matter.Talk talk : found) {
                done = done.compose(all -> rooted(client, talk).onSuccess(all::add).map(all));
              }
              return done;
            });
  }

  private Future<Matter.Talk> rooted(SqlClient client, Matter.Talk talk) {
    return heads
        .sign(client, Tree.ofLane(talk.laneId()))
        .map(
            head ->
                new Matter.Talk(
                    talk.laneId(),
                    talk.side(),
                    head.map(one -> HexFormat.of().formatHex(one.root())).orElse(null)));
  }
}
