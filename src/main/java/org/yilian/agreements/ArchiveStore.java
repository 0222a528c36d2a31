package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.yilian.db.Times;
import org.yilian.documents.Sealed;
import org.yilian.kernel.Hash;

/** Rows of archives: until when each lasts, and by what it was renewed. */
final class ArchiveStore {

  /** A document of which nobody knows whether it has an archive; the file may not be kept. */
  record Unlooked(String sha256, Optional<String> fileId) {}

  /** Of what was just entered in the book of seals. */
  Future<Void> insert(SqlClient client, Sealed sealed) {
    return client
        .preparedQuery("insert into seal_archives (sha256, ends_at) values ($1, $2)")
        .execute(Tuple.of(sealed.paper().sha256().value(), utc(sealed.archivedUntil())))
        .mapEmpty();
  }

  /**
   * Takes one that ends soon and has not ended, the file of which is kept; those first that were
   * not tried yet. An upload of the same bytes is somebody else's and does not count.
   *
   * @param until not to be taken again before
   */
  Future<Optional<DueArchive>> take(SqlClient client, Instant now, Instant soon, Instant until) {
    String sql =
        """
        with due as (
          select a.sha256, u.agreement_id, f.id as file_id
          from seal_archives a join seal_uses u on u.sha256 = a.sha256
          join files f on f.sha256 = a.sha256 and f.owner_id = u.organisation_id
            and f.media_type = 'application/pdf'
          where a.ends_at > $1 and a.ends_at <= $2 and (a.try_at is null or a.try_at <= $1)
          order by a.try_at nulls first, a.ends_at, a.sha256, f.id
          limit 1 for update of a skip locked)
        update seal_archives a set try_at = $3 from due where a.sha256 = due.sha256
        returning a.sha256, a.renewals, a.ends_at, due.agreement_id, due.file_id
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(Times.utc(now), Times.utc(soon), Times.utc(until)))
        .map(rows -> rows.stream().map(ArchiveStore::due).findFirst());
  }

  private static DueArchive due(Row row) {
    return new DueArchive(
        new Hash(row.getString("sha256")),
        row.getInteger("renewals"),
        Times.of(row, "ends_at"),
        row.getString("file_id"),
        Optional.ofNullable(row.getString("agreement_id")));
  }

  /** Whether it is still as it was when it was taken: else somebody else has renewed it. */
  Future<Boolean> renewed(SqlClient client, DueArchive due, Instant endsAt) {
    String sql =
        """
        update seal_archives
        set renewals = renewals + 1, ends_at = $3, try_at = null, failure = null, failed_at = null
        where sha256 = $1 and renewals = $2
        """;
    return client
        .preparedQuery(sql)
        .execute(Tuple.of(due.sha256().value(), due.renewals(), Times.utc(endsAt)))
        .map(rows -> rows.rowCount() == 1);
  }

  Future<Void> insertRenewal(
      SqlClient client, DueArchive due, Hash sha256, Instant endsAt, Instant at) {
    String sql =
        """
        insert into seal_archive_renewals (sha256, first_sha256, n, ends_at, at)
        values ($1, $2, $3, $4, $5)
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                sha256.value(),
                due.sha256().value(),
                due.renewals() + 1,
                Times.utc(endsAt),
                Times.utc(at)))
        .mapEmpty();
  }

  Future<Void> failed(SqlClient client, DueArchive due, String failure, Instant at, Instant again) {
    String sql =
        """
        update seal_archives set failure = $3, failed_at = $4, try_at = $5
        where sha256 = $1 and renewals = $2
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                due.sha256().value(), due.renewals(), failure, Times.utc(at), Times.utc(again)))
        .mapEmpty();
  }

  Future<Optional<Unlooked>> unlooked(SqlClient client) {
    String sql =
        """
        select a.sha256, f.id from seal_archives a join seal_uses u on u.sha256 = a.sha256
        left join files f on f.sha256 = a.sha256 and f.owner_id = u.organisation_id
          and f.media_type = 'application/pdf'
        where not a.looked order by a.sha256 limit 1
        """;
    return client
        .preparedQuery(sql)
        .execute()
        .map(rows -> rows.stream().map(ArchiveStore::notLooked).findFirst());
  }

  private static Unlooked notLooked(Row row) {
    return new Unlooked(row.getString("sha256"), Optional.ofNullable(row.getString("id")));
  }

  Future<Void> looked(SqlClient client, Unlooked one, Optional<Instant> endsAt) {
    return client
        .preparedQuery(
            "update seal_archives set looked = true, ends_at = $2 where sha256 = $1 and not looked")
        .execute(Tuple.of(one.sha256(), utc(endsAt)))
        .mapEmpty();
  }

  private static OffsetDateTime utc(Optional<Instant> moment) {
    return moment.map(Times::utc).orElse(null);
  }
}
