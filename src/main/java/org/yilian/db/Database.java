package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to PostgreSQL. A database that is away fails within seconds with 503 {@code
 * try-again} and is used again as soon as it is back.
 */
public final class Database {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private static final int CONNECT_MILLIS = 2_000;
  private static final int QUEUE_SECONDS = 3;
  private static final int CLOSE_SECONDS = 5;

  /** A cold JVM on a busy machine takes seconds for its first handshake. */
  private static final int FIRST_CONNECT_SECONDS = 15;

  private static final int QUEUE_LENGTH = 512;
  private static final int LIFETIME_MINUTES = 30;

  /** What each session begins with, where the settings say nothing else. Milliseconds. */
  private static final Map<String, String> SESSION =
      Map.of(
          "application_name", "yilian",
          "TimeZone", "UTC",
          "client_min_messages", "warning",
          "statement_timeout", "10000",
          "lock_timeout", "4000",
          "idle_in_transaction_session_timeout", "20000");

  private final Vertx vertx;
  private final PgConnectOptions options;
  private final Pool pool;

  private Database(Vertx vertx, PgConnectOptions options, int size) {
    this.vertx = vertx;
    this.options = options;
    this.pool =
        PgBuilder.pool()
            .with(poolOptions(size))
            .with(network())
            .connectingTo(options)
            .using(vertx)
            .build();
  }

  /**
   * Connects and looks whether an acknowledged commit is durable there, and the role may do what
   * every server's must.
   *
   * @param size connections at most
   * @return fails with {@link DatabaseFault} where {@code fsync} or {@code synchronous_commit} is
   *     off, or the role may make nothing temporary, and with 503 {@code try-again} where no server
   *     answers
   */
  public static Future<Database> connect(Vertx vertx, PgConnectOptions options, int size) {
    PgConnectOptions session = withSession(options);
    return single(vertx, session)
        .compose(first -> Suitability.check(first).eventually(first::close))
        .recover(Database::refuse)
        .map(durable -> new Database(vertx, session, size));
  }

  /** For statements that stand alone. The edge tells their outages by {@link #refused}. */
  public Pool pool() {
    return pool;
  }

  /** Commits when the future of the work succeeds, else rolls back and fails with its failure. */
  public <T> Future<T> inTransaction(Function<SqlClient, Future<T>> work) {
    return pool.<T>withTransaction(work::apply).recover(Database::refuse);
  }

  /**
   * Runs when the transaction of this client has been committed, and not when it was rolled back.
   *
   * @param client as {@link #inTransaction} gave it
   */
  public static void afterCommit(SqlClient client, Runnable then) {
    ((SqlConnection) client).transaction().completion().onSuccess(committed -> then.run());
  }

  /** Runs several statements on one connection, each in a transaction of its own. */
  public <T> Future<T> withConnection(Function<SqlClient, Future<T>> work) {
    return pool.<T>withConnection(work::apply).recover(Database::refuse);
  }

  /** A connection outside the pool, for a writer or a listener that keeps it; theirs to close. */
  public Future<PgConnection> dedicated() {
    return single(vertx, options).recover(Database::refuse);
  }

  /** The settings of every session, password included: never to be logged. */
  public PgConnectOptions options() {
    return new PgConnectOptions(options);
  }

  /**
   * Waits for what is under way, yet not for ever: a pool with waiting callers has been seen never
   * to report its end (vertx-sql-client 5.0.10).
   */
  public Future<Void> close() {
    return pool.close()
        .timeout(CLOSE_SECONDS, TimeUnit.SECONDS)
        .onFailure(late -> LOG.warn("the pool does not close: {}", Outage.name(late)))
        .otherwiseEmpty();
  }

  /** A failure as the caller may see it: an outage becomes 503 {@code try-again}. */
  public static Throwable refused(Throwable failure) {
    Throwable refused = Outage.refused(failure);
    if (refused != failure) {
      LOG.warn("database away or overloaded: {}", Outage.name(failure));
    }
    return refused;
  }

  /** For {@code recover}, where the outage has to be told before the edge. */
  public static <T> Future<T> refuse(Throwable failure) {
    return Future.failedFuture(refused(failure));
  }

  private static Future<PgConnection> single(Vertx vertx, PgConnectOptions options) {
    Future<PgConnection> connecting = PgConnection.connect(vertx, options);
    return connecting
        .timeout(FIRST_CONNECT_SECONDS, TimeUnit.SECONDS)
        .onFailure(late -> connecting.onSuccess(PgConnection::close));
  }

  private static PgConnectOptions withSession(PgConnectOptions given) {
    PgConnectOptions options = new PgConnectOptions(given).setCachePreparedStatements(true);
    SESSION.forEach(
        (name, value) -> {
          if (!given.getProperties().containsKey(name)) {
            options.addProperty(name, value);
          }
        });
    return options;
  }

  private static PoolOptions poolOptions(int size) {
    return new PoolOptions()
        .setMaxSize(size)
        .setMaxWaitQueueSize(QUEUE_LENGTH)
        .setConnectionTimeout(QUEUE_SECONDS)
        .setConnectionTimeoutUnit(TimeUnit.SECONDS)
        .setMaxLifetime(LIFETIME_MINUTES)
        .setMaxLifetimeUnit(TimeUnit.MINUTES);
  }

  private static NetClientOptions network() {
    return new NetClientOptions().setConnectTimeout(CONNECT_MILLIS).setTcpKeepAlive(true);
  }
}
