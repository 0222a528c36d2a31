package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;

/** Works out all terms anew, since any statute and any entry by hand may end any other. */
final class StatuteEnds {
  private final StatuteStore store = new StatuteStore();
  private final RepealStore repeals = new RepealStore();

  /**
   * What terms follow from.
   *
   * @param said what statutes themselves repeal
   * @param orders what was entered by hand
   */
  record Ground(
      List<Validity.Version> versions, List<Validity.Repeal> said, List<Validity.Order> orders) {}

  /** Sets them, and tells how many versions have one. */
  Future<Integer> workOut(SqlClient client) {
    return ground(client)
        .map(on -> Validity.of(on.versions(), on.said(), on.orders()))
        .compose(ends -> store.end(client, ends).map(ends.size()));
  }

  /** All that there is by now. */
  Future<Ground> ground(SqlClient client) {
    Future<List<Validity.Version>> versions = store.versions(client);
    Future<List<Validity.Repeal>> said = store.repeals(client);
    Future<List<Validity.Order>> orders = repeals.ofStatutes(client);
    return Future.all(versions, said, orders)
        .map(all -> new Ground(versions.result(), said.result(), orders.result()));
  }
}
