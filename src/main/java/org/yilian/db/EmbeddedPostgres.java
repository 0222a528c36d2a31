package org.yilian.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the product: it keeps its data in a folder, listens on 127.0.0.1
 * alone, stops when the server stops or dies, and is started again should it end by itself.
 */
public final class EmbeddedPostgres {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String LOOPBACK = "127.0.0.1";
  private static final int ATTEMPTS = 3;

  /** Of the pid file, from 0. */
  private static final int PORT_LINE = 3;

  private static final Executor AFTER_A_SECOND =
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

  private final DataLock lock;
  private final Binaries binaries;
  private final Cluster cluster;
  private final Account account;
  private int port;
  private Postmaster postmaster;
  private boolean stopping;

  private EmbeddedPostgres(DataLock lock, Binaries binaries, Cluster cluster, Account account) {
    this.lock = lock;
    this.binaries = binaries;
    this.cluster = cluster;
    this.account = account;
  }

  /**
   * Starts it, making it first where the folder is new; off the event loop.
   *
   * @param folder for it alone; made where it is absent
   * @return fails with {@link DatabaseFault} where another server holds the folder
   */
  public static Future<EmbeddedPostgres> start(Vertx vertx, Path folder) {
    return vertx.executeBlocking(() -> open(folder), false);
  }

  /** As {@link #start}, where there is no event loop yet: on a thread of its own. */
  public static CompletableFuture<EmbeddedPostgres> begin(Path folder) {
    CompletableFuture<EmbeddedPostgres> begun = new CompletableFuture<>();
    Thread opening = new Thread(() -> begin(folder, begun), "postgres-start");
    opening.setDaemon(true);
    opening.start();
    return begun;
  }

  private static void begin(Path folder, CompletableFuture<EmbeddedPostgres> begun) {
    try {
      begun.complete(open(folder));
    } catch (IOException | RuntimeException failed) {
      begun.completeExceptionally(failed);
    }
  }

  /**
   * Where the PostgreSQL of another server on this machine listens; off the event loop.
   *
   * @param folder the one that the other server was started with
   * @return fails with {@link DatabaseFault} where none runs there
   */
  public static Future<Logins> join(Vertx vertx, Path folder) {
    return vertx.executeBlocking(() -> running(folder), false);
  }

  private static Logins running(Path folder) throws IOException {
    Path pidFile = folder.resolve("cluster").resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      throw new DatabaseFault(
          "no server runs in " + folder + ": start the first one, without JOIN");
    }
    int port = Integer.parseInt(Files.readAllLines(pidFile).get(PORT_LINE).strip());
    return Logins.given(
        options(port, Cluster.USER, Cluster.password(folder)),
        options(port, Cluster.SERVER, Cluster.serverPassword(folder)));
  }

  /** As {@link #start}, for callers without an event loop. Blocks. */
  static EmbeddedPostgres open(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path data = folder.toRealPath();
    DataLock lock = DataLock.take(data);
    try {
      Leftover.clear(data.resolve("cluster"));
      Account account = Account.forFolder(data);
      Binaries binaries = Binaries.in(data);
      Cluster cluster = Cluster.in(data, binaries, account);
      EmbeddedPostgres opened = new EmbeddedPostgres(lock, binaries, cluster, account);
      opened.launch();
      return opened;
    } catch (IOException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /** Where to connect as the owner, password included: never to be logged. */
  public synchronized PgConnectOptions options() {
    return options(port, Cluster.USER, cluster.password());
  }

  /** Both ways in; the server's role is made when the database is opened. */
  public synchronized Logins logins() {
    return new Logins(options(), options(port, Cluster.SERVER, cluster.serverPassword()), true);
  }

  private static PgConnectOptions options(int port, String user, String password) {
    return new PgConnectOptions()
        .setHost(LOOPBACK)
        .setPort(port)
        .setUser(user)
        .setPassword(password)
        .setDatabase("postgres");
  }

  public synchronized long postmasterPid() {
    return postmaster.pid();
  }

  /** Orderly: sessions end, a checkpoint is written, the folder is free for another server. */
  public Future<Void> stop(Vertx vertx) {
    return vertx.executeBlocking(
        () -> {
          close();
          return null;
        },
        false);
  }

  /** As {@link #stop}. Blocks. */
  synchronized void close() throws IOException {
    if (stopping) {
      return;
    }
    stopping = true;
    postmaster.stop();
    lock.close();
  }

  /** Somebody may take the free port between our look and PostgreSQL's: try another. */
  private synchronized void launch() throws IOException {
    for (int attempt = 1; ; attempt++) {
      port = freePort();
      try {
        run();
        return;
      } catch (DatabaseFault failed) {
        if (attempt == ATTEMPTS) {
          throw failed;
        }
      }
    }
  }

  private void run() throws IOException {
    postmaster = Postmaster.start(binaries, cluster, account, port);
    postmaster
        .onExit()
        .thenRunAsync(this::revive, AFTER_A_SECOND)
        .exceptionally(EmbeddedPostgres::notRevived);
  }

  private static Void notRevived(Throwable bug) {
    LOG.error("PostgreSQL ended and nothing starts it again", bug);
    return null;
  }

  /** On the same port, where the pool looks for it. */
  private synchronized void revive() {
    if (stopping) {
      return;
    }
    LOG.error("PostgreSQL has ended by itself; starting it again");
    try {
      Leftover.clear(cluster.folder());
      run();
    } catch (IOException | DatabaseFault failed) {
      LOG.error("PostgreSQL does not start; trying again", failed);
      AFTER_A_SECOND.execute(this::revive);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
      return probe.getLocalPort();
    }
  }
}
