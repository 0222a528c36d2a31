package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Map;

/** Works out all terms anew, since any statute and any entry by hand may end any other. */
final class StatuteEnds {
  private final StatuteStore store = new StatuteStore();
  private final RepealStore repeals = new RepealStore();

  /** Sets them, and tells how many versions have one. */
  Future<Integer> workOut(SqlClient client) {
    return of(client).compose(ends -> store.end(client, ends).map(ends.size()));
  }

  private Future<Map<Long, End>> of(SqlClient client) {
    return store
        .versions(client)
        .compose(
            versions ->
                store
                    .repeals(client)
                    .compose(
                        said ->
                            repeals
                                .ofStatutes(client)
                                .map(orders -> Validity.of(versions, said, orders))));
  }
}
