package org.yilian.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.yilian.ChildServer;
import org.yilian.client.Actor;
import org.yilian.client.Scene;

/**
 * Kills a server, its embedded database with it, again and again while members talk, then as often
 * PostgreSQL alone, while the server goes on; and compares at the end what was acknowledged with
 * what is stored. When its time is over it kills no more, and judges what there is. Prints figures;
 * exits 1 where an acknowledged message is missing or one is there twice, 2 where all is sound but
 * fewer kills were made than asked for.
 */
public final class KillsUnderLoad {
  private static final int ACKS_BETWEEN_KILLS = 100;
  private static final int PATIENCE_SECONDS = 120;
  private static final int PAGE = 200;
  private static final int MINUTES = 12;
  private static final int SERVER_ASKED = 5_000;
  private static final int POSTGRES_ASKED = 10_000;

  private final Path folder;
  private final long deadline;
  private final ChildServer server;
  private final Scene scene;
  private final List<Talker> talkers = new ArrayList<>();
  private final List<Long> firstAckMillis = new ArrayList<>();
  private final List<Long> firstAckWithoutRestartMillis = new ArrayList<>();
  private final List<Long> startMillis = new ArrayList<>();

  private KillsUnderLoad(Path folder, int minutes) {
    this.folder = folder;
    deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
    server = ChildServer.longLived(folder);
    scene = Scene.leak(server.port()).room().enter().prepare().open();
  }

  /** {@code FOLDER [KILLS [MINUTES]]}: an empty folder for the data, how often to kill. */
  public static void main(String[] arguments) throws Exception {
    int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    int minutes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : MINUTES;
    KillsUnderLoad run = new KillsUnderLoad(Path.of(arguments[0]), minutes);
    boolean sound;
    try {
      sound = run.run(kills);
    } finally {
      run.server.close();
    }
    System.exit(sound ? run.made(kills) ? 0 : 2 : 1);
  }

  private boolean made(int kills) {
    return firstAckMillis.size() == kills && firstAckWithoutRestartMillis.size() == kills;
  }

  private boolean run(int kills) throws InterruptedException {
    talkers.add(new Talker(scene, scene.parties.get("A"), "A", "party-a"));
    talkers.add(new Talker(scene, scene.parties.get("B"), "B", "party-b"));
    talkers.add(new Talker(scene, scene.mediator, "A", "mediator"));
    talkers.add(new Talker(scene, scene.lawyer, "B", "lawyer"));
    talkers.forEach(Talker::begin);
    long half = System.nanoTime() + (deadline - System.nanoTime()) / 2;
    while (firstAckMillis.size() < kills && System.nanoTime() < half) {
      await(ACKS_BETWEEN_KILLS);
      killServer();
    }
    while (firstAckWithoutRestartMillis.size() < kills && System.nanoTime() < deadline) {
      await(ACKS_BETWEEN_KILLS);
      killPostgres();
    }
    await(ACKS_BETWEEN_KILLS);
    talkers.forEach(Talker::end);
    return report();
  }

  private void killServer() throws InterruptedException {
    long killed = System.nanoTime();
    server.kill();
    server.start();
    startMillis.add(server.lastStart().toMillis());
    await(1);
    firstAckMillis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
  }

  /** What was on its way when it died may still be answered: only what comes after counts. */
  private void killPostgres() throws InterruptedException {
    ProcessHandle postmaster = postmaster();
    long killed = System.nanoTime();
    postmaster.destroyForcibly();
    postmaster.onExit().join();
    await(talkers.size() + 1);
    firstAckWithoutRestartMillis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
  }

  private ProcessHandle postmaster() {
    Path pidFile = folder.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
    try (Stream<String> lines = Files.lines(pidFile)) {
      return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().trim())).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Until so many more were acknowledged, whoever said them. */
  private void await(int acks) throws InterruptedException {
    CountDownLatch more = new CountDownLatch(acks);
    talkers.forEach(talker -> talker.countAcks(more));
    if (!more.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no acknowledgements come any more");
    }
  }

  private boolean report() {
    List<String> acknowledged = talkers.stream().flatMap(t -> t.acknowledged().stream()).toList();
    Map<String, Integer> stored = stored();
    long missing = acknowledged.stream().filter(text -> !stored.containsKey(text)).count();
    long doubled = stored.values().stream().filter(times -> times > 1).count();
    System.out.printf(
        "kills: server %d, PostgreSQL %d; acknowledged %d, stored %d, missing %d, doubled %d%n",
        firstAckMillis.size(),
        firstAckWithoutRestartMillis.size(),
        acknowledged.size(),
        stored.size(),
        missing,
        doubled);
    System.out.println("server: start to ready " + spread(startMillis));
    System.out.println("server: kill to first ack " + spread(firstAckMillis, SERVER_ASKED));
    System.out.println(
        "PostgreSQL: kill to first ack, the server going on "
            + spread(firstAckWithoutRestartMillis, POSTGRES_ASKED));
    return missing == 0 && doubled == 0;
  }

  private static String spread(List<Long> millis, int asked) {
    long later = millis.stream().filter(one -> one > asked).count();
    return spread(millis) + "; %d of %d later than %d ms".formatted(later, millis.size(), asked);
  }

  private static String spread(List<Long> millis) {
    List<Long> sorted = millis.stream().sorted().toList();
    return sorted.isEmpty()
        ? "never"
        : "%d ms, at most %d ms".formatted(sorted.get(sorted.size() / 2), Collections.max(sorted));
  }

  /** How often each text is stored, read by the mediator in both lanes. */
  private Map<String, Integer> stored() {
    Map<String, Integer> stored = new HashMap<>();
    Stream.of("A", "B")
        .map(side -> scene.lane(scene.mediator, "SIDE", side))
        .forEach(lane -> read(scene.mediator, lane, stored));
    return stored;
  }

  private void read(Actor reader, String lane, Map<String, Integer> stored) {
    long after = 0;
    while (true) {
      String page = "/messages?after=" + after + "&limit=" + PAGE;
      var items = reader.get(scene.room("/lanes/" + lane + page)).expect(200).items();
      for (Object item : items) {
        JsonObject body = ((JsonObject) item).getJsonObject("body");
        if ("text".equals(body.getString("kind"))) {
          stored.merge(body.getString("text"), 1, Integer::sum);
        }
      }
      if (items.isEmpty()) {
        return;
      }
      after = items.getJsonObject(items.size() - 1).getLong("seq");
    }
  }
}
