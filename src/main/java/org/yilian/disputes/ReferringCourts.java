package org.yilian.disputes;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import org.yilian.identity.Organisation;
import org.yilian.identity.Organisations;
import org.yilian.kernel.Refusal;

/** Makes sure that whoever is named as the inviting court is one. */
public final class ReferringCourts {
  private final Organisations organisations;

  public ReferringCourts(Organisations organisations) {
    this.organisations = organisations;
  }

  /** Fails with the faulty field where the id is no court's; null names none. */
  Future<Void> check(SqlClient client, String id) {
    if (id == null) {
      return Future.succeededFuture();
    }
    return organisations
        .find(client, id)
        .map(found -> found.filter(one -> one.kind() == Organisation.Kind.COURT))
        .map(found -> found.orElseThrow(() -> Refusal.field("referringCourtId", "没有这个法院，请从列表中选择。")))
        .mapEmpty();
  }
}
