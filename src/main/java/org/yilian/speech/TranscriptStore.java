package org.yilian.speech;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yilian.db.Times;

/** Transcripts with their lines in the database, and which of them wait for a machine. */
final class TranscriptStore {

  /** One that a machine is asked for now. */
  record Due(String recordingId, int attempts) {}

  /** A recording waits to be written down from now on, if it does not already. */
  Future<Void> await(SqlClient client, String recordingId, Instant now) {
    return client
        .preparedQuery(
            """
            insert into transcripts (recording_id, status, next_at) values ($1, 'WAITING', $2)
            on conflict (recording_id) do nothing
            """)
        .execute(Tuple.of(recordingId, now.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /** Takes the one that has waited longest, for so long; other nodes take others meanwhile. */
  Future<Optional<Due>> take(SqlClient client, Instant now, Instant until) {
    return client
        .preparedQuery(
            """
            update transcripts set leased_until = $2, attempts = attempts + 1
            where recording_id = (
              select recording_id from transcripts
              where status = 'WAITING' and next_at <= $1
                and (leased_until is null or leased_until < $1)
              order by next_at limit 1 for update skip locked)
            returning recording_id, attempts
            """)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)))
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Due(row.getString("recording_id"), row.getInteger("attempts")))
                    .findFirst());
  }

  /** Puts it off; null is until a person asks. */
  Future<Void> putOff(SqlClient client, String recordingId, Instant next) {
    return client
        .preparedQuery(
            "update transcripts set leased_until = null, next_at = $2 where recording_id = $1")
        .execute(Tuple.of(recordingId, next == null ? null : next.atOffset(ZoneOffset.UTC)))
        .mapEmpty();
  }

  /** Asks the machine anew for what still waits; a node that is at it is left to it. */
  Future<Boolean> askAgain(SqlClient client, String recordingId, Instant now) {
    return client
        .preparedQuery(
            """
            update transcripts set next_at = $2, attempts = 0
            where recording_id = $1 and status = 'WAITING'
            """)
        .execute(Tuple.of(recordingId, now.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Written by a machine, unless a person was first. */
  Future<Boolean> written(SqlClient client, String recordingId, String machine) {
    return client
        .preparedQuery(
            """
            update transcripts set status = 'WRITTEN', machine = $2, version = version + 1,
              next_at = null, leased_until = null
            where recording_id = $1 and status = 'WAITING'
            """)
        .execute(Tuple.of(recordingId, machine))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Changed by a person who had seen that version. */
  Future<Boolean> changed(SqlClient client, String recordingId, long version) {
    return client
        .preparedQuery(
            """
            update transcripts set status = 'WRITTEN', version = version + 1, next_at = null,
              leased_until = null
            where recording_id = $1 and version = $2
            """)
        .execute(Tuple.of(recordingId, version))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Void> put(SqlClient client, String recordingId, List<TranscriptLine> lines) {
    if (lines.isEmpty()) {
      return Future.succeededFuture();
    }
    return client
        .preparedQuery(
            """
            insert into transcript_lines (recording_id, n, from_millis, to_millis, text, source,
              checked_by, checked_by_name, checked_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (recording_id, n) do update set text = excluded.text,
              source = excluded.source, checked_by = excluded.checked_by,
              checked_by_name = excluded.checked_by_name, checked_at = excluded.checked_at
            """)
        .executeBatch(lines.stream().map(line -> values(recordingId, line)).toList())
        .mapEmpty();
  }

  private static Tuple values(String recordingId, TranscriptLine line) {
    return Tuple.of(recordingId, line.n(), line.fromMillis(), line.toMillis(), line.text())
        .addString(line.source().name())
        .addString(line.checked() ? line.checkedBy().id() : null)
        .addString(line.checked() ? line.checkedBy().name() : null)
        .addOffsetDateTime(line.checked() ? line.checkedAt().atOffset(ZoneOffset.UTC) : null);
  }

  Future<Void> deleteLines(SqlClient client, String recordingId, List<Integer> numbers) {
    return client
        .preparedQuery("delete from transcript_lines where recording_id = $1 and n = any($2)")
        .execute(
            Tuple.tuple().addString(recordingId).addArrayOfInteger(numbers.toArray(Integer[]::new)))
        .mapEmpty();
  }

  /** Those that there are, by recording. */
  Future<Map<String, Transcript>> of(SqlClient client, Collection<String> recordingIds) {
    String[] ids = recordingIds.toArray(String[]::new);
    return lines(client, ids)
        .compose(
            lines ->
                client
                    .preparedQuery(
                        """
                        select recording_id, status, version, machine from transcripts
                        where recording_id = any($1)
                        """)
                    .execute(Tuple.tuple().addArrayOfString(ids))
                    .map(
                        rows ->
                            rows.stream()
                                .map(row -> transcript(row, lines))
                                .collect(Collectors.toMap(Transcript::recordingId, one -> one))));
  }

  private static Transcript transcript(Row row, Map<String, List<TranscriptLine>> lines) {
    String id = row.getString("recording_id");
    return new Transcript(
        id,
        Transcript.Status.valueOf(row.getString("status")),
        row.getLong("version"),
        row.getString("machine"),
        lines.getOrDefault(id, List.of()));
  }

  private Future<Map<String, List<TranscriptLine>>> lines(SqlClient client, String[] ids) {
    return client
        .preparedQuery(
            """
            select recording_id, n, from_millis, to_millis, text, source, checked_by,
              checked_by_name, checked_at
            from transcript_lines where recording_id = any($1) order by recording_id, n
            """)
        .execute(Tuple.tuple().addArrayOfString(ids))
        .map(
            rows ->
                rows.stream()
                    .collect(
                        Collectors.groupingBy(
                            row -> row.getString("recording_id"),
                            Collectors.mapping(
                                TranscriptStore::line, Collectors.toCollection(ArrayList::new)))));
  }

  private static TranscriptLine line(Row row) {
    String checkedBy = row.getString("checked_by");
    return new TranscriptLine(
        row.getInteger("n"),
        row.getInteger("from_millis"),
        row.getInteger("to_millis"),
        row.getString("text"),
        TranscriptLine.Source.valueOf(row.getString("source")),
        checkedBy == null
            ? null
            : new TranscriptLine.Checker(checkedBy, row.getString("checked_by_name")),
        Times.of(row, "checked_at"));
  }
}
