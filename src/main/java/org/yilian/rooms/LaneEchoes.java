package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Set;

/** Which texts that all sides will read repeat what one side said in its own lane. */
public final class LaneEchoes {
  private final EchoStore store = new EchoStore();

  /**
   * The indexes of those texts.
   *
   * @param known names and addresses, which are nobody's secret words
   * @param agreementId whose quotes were allowed by their authors
   */
  public Future<Set<Integer>> among(
      SqlClient client, String roomId, String agreementId, List<String> texts, List<String> known) {
    EchoSearch search = new EchoSearch(texts, known);
    if (search.isEmpty()) {
      return Future.succeededFuture(Set.of());
    }
    return store
        .said(client, roomId, agreementId)
        .map(
            all -> {
              all.forEach(search::hear);
              return search.echoes();
            });
  }
}
