package org.yilian.rosters;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yilian.disputes.Dispute;
import org.yilian.disputes.Recusals;
import org.yilian.disputes.Standings;
import org.yilian.identity.Organisations;

/** Who is on duty now for a dispute, as the room asks. */
public final class OnDuty {
  private final DutyStore store = new DutyStore();
  private final Organisations organisations;
  private final Standings standings;
  private final Recusals recusals;
  private final Clock clock;

  public OnDuty(Organisations organisations, Standings standings, Recusals recusals, Clock clock) {
    this.organisations = organisations;
    this.standings = standings;
    this.recusals = recusals;
    this.clock = clock;
  }

  /**
   * Who is on duty, by whether he can be taken.
   *
   * @param free the freest first
   * @param full how many have no place left
   * @param recused how many may not be neutral here; which ones is nobody's business
   */
  public record Answer(List<Duty> free, int full, int recused) {
    public Answer {
      free = List.copyOf(free);
    }

    /** The same without those who are in the room already, or were asked before. */
    public Answer without(Set<String> personIds) {
      return new Answer(
          free.stream().filter(one -> !personIds.contains(one.holderId())).toList(), full, recused);
    }
  }

  /** What the one who is asked for has to be. */
  public record Wanted(ShiftKind kind, String hostId, String language) {}

  /** Everybody of the kind who is on duty for the dispute's place or for its host. */
  public Future<Answer> of(SqlClient client, Dispute dispute, Wanted wanted) {
    return place(client, dispute, wanted.hostId())
        .compose(
            place ->
                store.now(
                    client,
                    new DutyStore.Question(
                        wanted.kind(),
                        clock.instant(),
                        place,
                        wanted.hostId(),
                        dispute.type().name(),
                        wanted.language())))
        .map(OnDuty::oncePerPerson)
        .compose(there -> judged(client, dispute.id(), there));
  }

  private Future<String> place(SqlClient client, Dispute dispute, String hostId) {
    return standings
        .of(client, dispute.id())
        .compose(
            standing ->
                standing.areaCode().isEmpty()
                    ? organisations
                        .find(client, hostId)
                        .map(host -> host.map(one -> one.areaCode()).orElse(""))
                    : Future.succeededFuture(standing.areaCode()))
        .map(code -> code == null ? "" : code);
  }

  private static List<Duty> oncePerPerson(List<Duty> duties) {
    Set<String> seen = new HashSet<>();
    return duties.stream().filter(one -> seen.add(one.holderId())).toList();
  }

  private Future<Answer> judged(SqlClient client, String disputeId, List<Duty> there) {
    return recusals
        .of(client, disputeId, there.stream().map(Duty::holderId).toList())
        .map(
            recused -> {
              List<Duty> may = new ArrayList<>(there);
              may.removeIf(one -> recused.contains(one.holderId()));
              List<Duty> free = may.stream().filter(Duty::free).toList();
              return new Answer(free, may.size() - free.size(), recused.size());
            });
  }

  /** The shift as it is held now, under a lock: its places are given away one by one. */
  public Future<Optional<Duty>> held(SqlClient client, String shiftId) {
    return store.hold(client, shiftId).compose(done -> store.find(client, shiftId));
  }

  public Future<Optional<Duty>> find(SqlClient client, String shiftId) {
    return store.find(client, shiftId);
  }

  /** Who may take over what somebody has at the end of his shift. */
  public Future<List<Duty>> successors(SqlClient client, Duty going) {
    return store.successors(client, going);
  }
}
