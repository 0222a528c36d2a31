package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.yilian.agreements.ArchiveRenewals;
import org.yilian.client.Actor;
import org.yilian.db.TestDatabase;
import org.yilian.imports.Imports;
import org.yilian.ledger.Office;
import org.yilian.performance.PerformanceOffice;
import org.yilian.rooms.DutyCallClock;
import org.yilian.statistics.Rises;

/** The whole server in demo mode on a free port, over a fresh database of the real PostgreSQL. */
public final class TestServer implements AutoCloseable {
  private static final Path KEYS = ForkFolder.path("keys.json").toAbsolutePath();

  private final Vertx vertx;
  private final Server server;
  private final PgConnectOptions database;

  private TestServer(Vertx vertx, Server server, PgConnectOptions database) {
    this.vertx = vertx;
    this.server = server;
    this.database = database;
  }

  /** Starts one with the demo cast and nothing else. Blocks. */
  public static TestServer start() {
    return start(Map.of());
  }

  /** The one of this JVM that tests share which mind nobody else's disputes. Never closed. */
  public static TestServer shared() {
    return Shared.SERVER;
  }

  private static final class Shared {
    static final TestServer SERVER = start();
  }

  /** As {@link #start()}, with more settings, such as {@code LAWYER_GRACE_SECONDS}. */
  public static TestServer start(Map<String, String> settings) {
    return start(settings, Clock.systemUTC());
  }

  /** As {@link #start(Map)}, by a clock of the test's. */
  public static TestServer start(Map<String, String> settings, Clock clock) {
    Vertx vertx = Transports.vertx();
    PgConnectOptions database = wait(TestDatabase.freshOptions(vertx));
    return fresh(vertx, database, settings, clock);
  }

  /** As {@link #start()}, by a clock of the test's. */
  public static TestServer start(Clock clock) {
    Vertx vertx = Transports.vertx();
    return fresh(vertx, wait(TestDatabase.freshOptions(vertx)), Map.of(), clock);
  }

  /** With a cast whose passwords are checked quickly: a hash says by itself how slow it is. */
  private static TestServer fresh(
      Vertx vertx, PgConnectOptions database, Map<String, String> settings, Clock clock) {
    TestServer server = start(vertx, database, settings, clock);
    server.sql(quickPasswords());
    return server;
  }

  /** SQL after which the cast signs in quickly at whatever server stands over that database. */
  public static String quickPasswords() {
    return "update people set password_hash = '" + QuickHash.OF_THE_CAST + "'";
  }

  /** A second server over the database of this one, as after a restart. */
  public TestServer restart() {
    close();
    return start(Transports.vertx(), database, Map.of(), Clock.systemUTC());
  }

  /** Another node over the database of this one, which goes on. */
  public TestServer beside(Map<String, String> settings) {
    return beside(settings, Clock.systemUTC());
  }

  /** As {@link #beside(Map)}, by a clock of the test's. */
  public TestServer beside(Map<String, String> settings, Clock clock) {
    return start(Transports.vertx(), database, settings, clock);
  }

  private static final class QuickHash {
    static final String OF_THE_CAST = of("yilian-demo");

    private static String of(String password) {
      byte[] salt = new byte[16];
      try {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, 1, 256);
        byte[] hash =
            SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
        Base64.Encoder encoder = Base64.getEncoder();
        return "1$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static TestServer start(
      Vertx vertx, PgConnectOptions database, Map<String, String> settings, Clock clock) {
    Map<String, String> environment = new HashMap<>();
    environment.put("YILIAN_HTTP_PORT", "0");
    environment.put("YILIAN_HTTP_HOST", "127.0.0.1");
    environment.put("YILIAN_DATABASE_URL", TestDatabase.url(TestDatabase.asServer(database)));
    environment.put("YILIAN_DATABASE_OWNER_URL", TestDatabase.url(database));
    environment.put("YILIAN_KEY_FILE", KEYS.toString());
    environment.put("YILIAN_DEMO", "true");
    environment.put("YILIAN_DEMO_PLAYS", "false");
    environment.put("YILIAN_VECTORS", "false");
    settings.forEach((name, value) -> environment.put("YILIAN_" + name, value));
    try {
      Server server = wait(Server.start(vertx, Config.from(environment), clock));
      return new TestServer(vertx, server, database);
    } catch (Config.Faulty faulty) {
      throw new IllegalArgumentException(faulty);
    }
  }

  public Vertx vertx() {
    return vertx;
  }

  /** Its database, for a test that looks behind the interface. */
  public PgConnectOptions database() {
    return database;
  }

  public int port() {
    return server.port();
  }

  /** Somebody with a session of his own, past the password, whose hash is slow on purpose. */
  public Actor signedIn(String personId) {
    return Actor.withToken(
        port(),
        wait(server.features().base.sessions.startStaff(server.database().pool(), personId))
            .accessToken());
  }

  /** What is wired inside, for a test that must reach behind the interface. */
  public Server server() {
    return server;
  }

  /** Brings about what only time brings about, such as an invitation that has run out. */
  public void sql(String sql) {
    wait(server.database().pool().query(sql).execute());
  }

  /** The number in the first row of a query's answer. */
  public long count(String sql) {
    return wait(server.database().pool().query(sql).execute()).iterator().next().getLong(0);
  }

  @Override
  public void close() {
    wait(server.stop());
    wait(vertx.close());
  }

  private static <T> T wait(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  /** For what no route asks for: rounds of clocks that come by themselves. */
  public Office office() {
    return server.features().disputes.office;
  }

  /** For what the counters see rising, which is looked for by itself. */
  public Rises rises() {
    return server.features().disputes.rises;
  }

  /** For files that nobody comes back for. */
  public Imports imports() {
    return server.features().disputes.imports;
  }

  /** For lawyers who let their time pass, which comes about by itself too. */
  public DutyCallClock dutyCalls() {
    return server.features().rosters.clock;
  }

  /** For archives that are renewed, which comes about by itself too. */
  public ArchiveRenewals renewals() {
    return server.features().agreements.renewals;
  }

  /** For reminders, which come by themselves too. */
  public PerformanceOffice performance() {
    return server.features().performance.office;
  }
}
