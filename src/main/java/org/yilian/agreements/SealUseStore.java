package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import org.yilian.db.Times;
import org.yilian.documents.Rendered;
import org.yilian.kernel.Ids;

/** Rows of the book of seals. */
final class SealUseStore {
  Future<Void> insert(SqlClient client, SealUse use, Rendered document, Instant at) {
    String sql =
        """
        insert into seal_uses
          (id, organisation_id, template, number, sha256, pages, agreement_id, by_person, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;
    Tuple values =
        Tuple.of(
                Ids.fresh(),
                use.organisation().id(),
                use.template(),
                use.number(),
                document.sha256().value(),
                document.pages())
            .addString(use.agreementId())
            .addString(use.by())
            .addOffsetDateTime(Times.utc(at));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }
}
