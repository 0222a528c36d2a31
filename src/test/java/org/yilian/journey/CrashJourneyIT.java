package org.yilian.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.ChildServer;
import org.yilian.ForkFolder;
import org.yilian.TestServer;
import org.yilian.db.TestDatabase;

/**
 * The leak from the report to the ruling at a server that is killed on the way: in the gap between
 * a commit and what it tells, or with a request under way, which is then sent again. {@code
 * -Dtests.full=true} kills it at every step.
 */
class CrashJourneyIT {
  private static final Path FOLDER = ForkFolder.path("crash-journey");

  /** Another seed kills at other moments; a failure names its own. */
  private static final long SEED = Long.getLong("crash.seed", 20260827L);

  private final Random random = new Random(SEED);
  private final List<Long> starts = new ArrayList<>();
  private Vertx vertx;
  private PgConnectOptions database;
  private ChildServer server;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    database = await(TestDatabase.freshOptions(vertx));
    Path folder = FOLDER.resolve(UUID.randomUUID().toString());
    server = new ChildServer(folder, Map.of("DATABASE_URL", TestDatabase.url(database)));
    PgConnection owner = await(PgConnection.connect(vertx, database));
    await(owner.query(TestServer.quickPasswords()).execute().eventually(owner::close));
  }

  @AfterEach
  void stop() {
    server.close();
    await(vertx.close());
  }

  /** Where a step is struck. */
  private enum Blow {
    /** Nowhere, in a run that is not the full one: a step of another kind stands for it. */
    NEVER,
    /** After its answer, with what it has to tell still untold: the lanes are held meanwhile. */
    BEFORE_THE_TELLING,
    /** At any moment of its request, which is then repeated. */
    UNDER_WAY,
    /** After its answer. */
    AFTER
  }

  @Test
  void nothingIsLostAndNothingComesTwice() {
    LeakSteps steps = new LeakSteps(server.port());
    play(steps, (step, blow) -> strike(step, blow));
    Map<String, List<String>> told = told(steps);
    assertEquals("CONFIRMED", steps.statusFor("A"), this::seed);
    assertEquals("CONFIRMED", steps.statusFor("B"), this::seed);
    assertTrue(steps.sealVerifies(), this::seed);
    steps.scene().close();
    assertEquals(undisturbed(), told, this::seed);
    System.out.printf(
        "%d kills; start to ready %d ms (median)%n",
        starts.size(), starts.stream().sorted().toList().get(starts.size() / 2));
  }

  private String seed() {
    return "-Dcrash.seed=" + SEED;
  }

  /** The same way at a server that nobody disturbs. */
  private static Map<String, List<String>> undisturbed() {
    try (TestServer calm = TestServer.start()) {
      LeakSteps steps = new LeakSteps(calm.port());
      play(steps, (step, blow) -> step.run());
      Map<String, List<String>> told = told(steps);
      steps.scene().close();
      return told;
    }
  }

  private static Map<String, List<String>> told(LeakSteps steps) {
    Map<String, List<String>> told = new LinkedHashMap<>();
    for (String lane : List.of("A", "B", "STAFF")) {
      told.put(lane, steps.told(lane));
    }
    return told;
  }

  private static void play(LeakSteps steps, BiConsumer<Runnable, Blow> take) {
    take.accept(steps::convene, inFull(Blow.AFTER));
    take.accept(steps::addLawyer, inFull(Blow.BEFORE_THE_TELLING));
    take.accept(steps::disclose, inFull(Blow.BEFORE_THE_TELLING));
    take.accept(() -> steps.enter("A"), Blow.BEFORE_THE_TELLING);
    take.accept(() -> steps.prepare("A"), inFull(Blow.BEFORE_THE_TELLING));
    take.accept(() -> steps.enter("B"), inFull(Blow.BEFORE_THE_TELLING));
    take.accept(() -> steps.prepare("B"), inFull(Blow.BEFORE_THE_TELLING));
    take.accept(steps::open, inFull(Blow.BEFORE_THE_TELLING));
    take.accept(steps::talk, inFull(Blow.UNDER_WAY));
    take.accept(steps::consentToRelay, inFull(Blow.BEFORE_THE_TELLING));
    take.accept(steps::relay, Blow.UNDER_WAY);
    take.accept(steps::draft, inFull(Blow.AFTER));
    take.accept(steps::propose, inFull(Blow.BEFORE_THE_TELLING));
    steps.requestSigningCode("A");
    take.accept(() -> steps.sign("A"), inFull(Blow.UNDER_WAY));
    steps.requestSigningCode("B");
    take.accept(() -> steps.sign("B"), inFull(Blow.BEFORE_THE_TELLING));
    take.accept(steps::mediatorSigns, inFull(Blow.BEFORE_THE_TELLING));
    take.accept(steps::seal, Blow.UNDER_WAY);
    take.accept(steps::apply, inFull(Blow.UNDER_WAY));
    steps.requestApplicationCode("A");
    take.accept(() -> steps.coSign("A"), inFull(Blow.UNDER_WAY));
    steps.requestApplicationCode("B");
    take.accept(() -> steps.coSign("B"), inFull(Blow.BEFORE_THE_TELLING));
    take.accept(steps::submit, Blow.UNDER_WAY);
    take.accept(steps::accept, inFull(Blow.BEFORE_THE_TELLING));
    steps.uploadRuling();
    take.accept(steps::rule, inFull(Blow.UNDER_WAY));
  }

  private static Blow inFull(Blow blow) {
    return Boolean.getBoolean("tests.full") ? blow : Blow.NEVER;
  }

  private void strike(Runnable step, Blow blow) {
    switch (blow) {
      case NEVER -> step.run();
      case AFTER -> {
        step.run();
        restart();
      }
      case UNDER_WAY -> {
        interrupt(step);
        step.run();
      }
      case BEFORE_THE_TELLING -> withLanesHeld(step);
    }
  }

  /** The kill comes at a moment of its own, or as soon as the step is done. */
  private void interrupt(Runnable step) {
    CompletableFuture<Void> underWay = CompletableFuture.runAsync(step);
    try {
      underWay.get(random.nextInt(150), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stillGoing) {
      // The moment of the blow.
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    server.kill();
    underWay.handle((done, cut) -> null).join();
    startAgain();
  }

  /** Holds every lane, so that nothing can be said in any while the step is taken. */
  private void withLanesHeld(Runnable step) {
    PgConnection holder = await(PgConnection.connect(vertx, database));
    await(holder.query("begin; select 1 from lanes for no key update").execute());
    step.run();
    server.kill();
    await(holder.close());
    startAgain();
  }

  private void restart() {
    server.kill();
    startAgain();
  }

  private void startAgain() {
    server.start();
    starts.add(server.lastStart().toMillis());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
