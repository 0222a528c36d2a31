package org.yilian.nodes;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.kernel.Refusal;

/** Wakes by PostgreSQL's NOTIFY, over one connection that does nothing else. */
public final class PgWakes implements Wakes {
  private static final Logger LOG = LoggerFactory.getLogger(PgWakes.class);
  private static final long RETRY_MILLIS = 500;

  private final NodeStore store = new NodeStore();
  private final Vertx vertx;
  private final Database database;
  private Consumer<String> heard;
  private Runnable resumed;
  private PgConnection connection;
  private boolean closed;

  public PgWakes(Vertx vertx, Database database) {
    this.vertx = vertx;
    this.database = database;
  }

  @Override
  public Future<Void> listen(Consumer<String> listener, Runnable afterCut) {
    heard = listener;
    resumed = afterCut;
    return connect();
  }

  private Future<Void> connect() {
    return database
        .dedicated()
        .compose(open -> store.listen(open).map(listening -> take(open)))
        .mapEmpty();
  }

  private PgConnection take(PgConnection open) {
    open.notificationHandler(notification -> heard.accept(notification.getPayload()));
    open.closeHandler(gone -> lost());
    connection = open;
    return open;
  }

  private void lost() {
    connection = null;
    if (!closed) {
      LOG.warn("wakes are not heard; connecting again");
      vertx.setTimer(RETRY_MILLIS, again -> reconnect());
    }
  }

  private void reconnect() {
    if (!closed) {
      connect()
          .onSuccess(done -> resumed.run())
          .onFailure(failure -> vertx.setTimer(RETRY_MILLIS, again -> reconnect()));
    }
  }

  @Override
  public Future<Void> publish(String text) {
    return connection == null
        ? Future.failedFuture(Refusal.tryAgain())
        : store.publish(connection, text);
  }

  @Override
  public Future<Void> close() {
    closed = true;
    return connection == null ? Future.succeededFuture() : connection.close();
  }
}
