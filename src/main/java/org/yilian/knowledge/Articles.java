package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.Optional;

/** Single articles to the letter, from the database and not from what a server remembers of it. */
public final class Articles {
  private final ArticleStore store = new ArticleStore();
  private final StatuteStore statutes = new StatuteStore();
  private final RepealStore repeals = new RepealStore();

  /** One article of one version; empty where an import has put another text in its place. */
  public Future<Optional<Article>> find(SqlClient client, ArticleId id) {
    return store
        .find(client, id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : whole(client, found.get()).map(Optional::of));
  }

  private Future<Article> whole(SqlClient client, ArticleStore.ArticleRow row) {
    return statutes
        .find(client, row.statute())
        .map(Optional::orElseThrow)
        .compose(
            statute ->
                repeals
                    .ofArticles(client)
                    .map(
                        ended ->
                            row.article(
                                statute,
                                ended.end(row.lawKey(), row.number(), statute.effectiveFrom()))));
  }
}
