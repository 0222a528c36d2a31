package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.yilian.disputes.Party;
import org.yilian.rooms.LaneEchoes;

/**
 * Warns the mediator, and the lawyer who reads every lane as well, of clauses that repeat what one
 * side said in its own lane without its consent. To everybody else the warning itself would tell.
 */
final class Echoes {
  private final LaneEchoes lanes = new LaneEchoes();
  private final Findings findings = new Findings();

  /** The warnings about an agreement whose text may still change or be declined. */
  Future<List<Finding>> of(SqlClient client, Access.Seen seen) {
    Agreement agreement = seen.agreement();
    boolean open =
        agreement.status() != AgreementStatus.SIGNED
            && agreement.status() != AgreementStatus.EFFECTIVE;
    if (!open || !(seen.viewer().mediator() || seen.viewer().lawyer())) {
      return Future.succeededFuture(List.of());
    }
    List<String> clauses = agreement.values().terms().stream().map(Clause::text).toList();
    return lanes
        .among(client, agreement.roomId(), agreement.id(), clauses, known(seen.mediation()))
        .map(
            found -> {
              List<Finding> warnings = new ArrayList<>();
              found.forEach(n -> warnings.add(findings.of(FindingCode.LANE_REPEATED, n + 1)));
              return warnings;
            });
  }

  private static List<String> known(Mediation mediation) {
    Stream<String> people =
        mediation.parties().stream()
            .flatMap(
                (Party party) ->
                    Stream.of(
                        party.name(),
                        party.description(),
                        party.address(),
                        party.domicile(),
                        party.habitualResidence()));
    return Stream.concat(people, Stream.of(mediation.dispute().address(), mediation.host().name()))
        .filter(Objects::nonNull)
        .toList();
  }
}
