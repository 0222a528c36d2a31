package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.db.Times;

/** Rows of disputes that an older ledger brings. */
final class OldDisputeStore {
  Future<Set<String>> known(SqlClient client, List<String> keys) {
    return client
        .preparedQuery("select report_key from disputes where report_key = any($1)")
        .execute(Tuple.tuple().addArrayOfString(keys.toArray(String[]::new)))
        .map(
            rows ->
                rows.stream().map(row -> row.getString("report_key")).collect(Collectors.toSet()));
  }

  /** Each under the number of the same place in the list. */
  Future<Void> insert(SqlClient client, List<OldDispute> all, List<String> numbers) {
    String sql =
        """
        insert into disputes
          (id, number, type, cause, address, description, source, status, created_by, created_at,
          court_level, area_code, channel, subtype, occurred_on, people_count, amount_fen, handling,
          level, report_key, words, external_number, resolved_at, resolved_level, recovered_fen)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
          $19, $20, $21, $22, $23, $24, $25)
        """;
    List<Tuple> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      rows.add(values(all.get(i), numbers.get(i)));
    }
    return client.preparedQuery(sql).executeBatch(rows).mapEmpty();
  }

  private static Tuple values(OldDispute one, String number) {
    Dispute dispute = one.dispute();
    Standing standing = one.standing();
    String[] words = SearchWords.of(dispute.numbered(number), one.parties());
    return Tuple.of(dispute.id(), number, dispute.type().name(), dispute.cause())
        .addString(dispute.address())
        .addString(dispute.description())
        .addString(dispute.source().name())
        .addString(dispute.status().name())
        .addString(dispute.createdBy())
        .addOffsetDateTime(dispute.createdAt().atOffset(ZoneOffset.UTC))
        .addString(dispute.courtLevel().name())
        .addString(standing.areaCode())
        .addString(standing.channel().name())
        .addString(standing.subtype())
        .addLocalDate(standing.occurredOn())
        .addInteger(standing.peopleCount())
        .addLong(standing.amountFen())
        .addString(standing.handling().name())
        .addString(standing.level().name())
        .addString(one.key())
        .addArrayOfString(words)
        .addString(one.oldNumber())
        .addOffsetDateTime(Times.utc(one.resolvedAt()))
        .addString(one.resolvedAt() == null ? null : standing.resolvedLevel().name())
        .addLong(standing.recoveredFen());
  }
}
