package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yilian.db.Times;
import org.yilian.documents.OutsideCertificate;

/** Certificates of other authorities that are in documents of ours. */
final class SealCertificateStore {
  /** All of them: a handful, one for every key and clock that was ever used. */
  Future<List<OutsideCertificate>> all(SqlClient client) {
    return client
        .preparedQuery("select use, path from seal_certificates order by first_used_at, sha256")
        .execute()
        .map(
            rows -> {
              List<OutsideCertificate> all = new ArrayList<>();
              rows.forEach(
                  row ->
                      all.add(
                          OutsideCertificate.open(
                              OutsideCertificate.Use.valueOf(row.getString("use")),
                              row.getBuffer("path").getBytes())));
              return all;
            });
  }

  /** Keeps one unless it is known. */
  Future<Void> keep(SqlClient client, OutsideCertificate one, Instant at) {
    String sql =
        """
        insert into seal_certificates (use, sha256, path, first_used_at) values ($1, $2, $3, $4)
        on conflict (use, sha256) do nothing
        """;
    return client
        .preparedQuery(sql)
        .execute(
            Tuple.of(
                one.use().name(),
                one.sha256().value(),
                Buffer.buffer(one.toBytes()),
                Times.utc(at)))
        .mapEmpty();
  }
}
