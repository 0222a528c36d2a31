package org.yilian.agreements;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import org.yilian.db.Times;
import org.yilian.kernel.Ids;

/** Rows of the register of seals. */
final class SealUseStore {
  Future<Void> insert(SqlClient client, SealUse use) {
    String sql =
        """
        insert into seal_uses
          (id, organisation_id, template, number, sha256, pages, agreement_id, by_person, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;
    Tuple values =
        Tuple.of(
                Ids.fresh(),
                use.organisationId(),
                use.template(),
                use.number(),
                use.document().sha256().value(),
                use.document().pages())
            .addString(use.agreementId())
            .addString(use.by())
            .addOffsetDateTime(Times.utc(use.at()));
    return client.preparedQuery(sql).execute(values).mapEmpty();
  }
}
