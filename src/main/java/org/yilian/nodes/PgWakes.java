package org.yilian.nodes;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import java.util.function.Consumer;
import org.yilian.db.Database;
import org.yilian.kernel.Refusal;

/** Wakes by PostgreSQL's NOTIFY, over one connection that does nothing else. */
public final class PgWakes implements Wakes {
  private final NodeStore store = new NodeStore();
  private final Database database;
  private PgConnection connection;

  public PgWakes(Database database) {
    this.database = database;
  }

  @Override
  public Future<Void> listen(Consumer<String> heard, Runnable cut) {
    return database.dedicated().compose(open -> listen(open, heard, cut));
  }

  private Future<Void> listen(PgConnection open, Consumer<String> heard, Runnable cut) {
    open.notificationHandler(notification -> heard.accept(notification.getPayload()));
    return store
        .listen(open)
        .onSuccess(listening -> take(open, cut))
        .recover(failure -> open.close().transform(closed -> Future.failedFuture(failure)));
  }

  private void take(PgConnection open, Runnable cut) {
    connection = open;
    open.closeHandler(
        gone -> {
          connection = null;
          cut.run();
        });
  }

  @Override
  public Future<Void> publish(String text) {
    return connection == null
        ? Future.failedFuture(Refusal.tryAgain())
        : store.publish(connection, text);
  }

  @Override
  public Future<Void> close() {
    return connection == null ? Future.succeededFuture() : connection.close();
  }
}
