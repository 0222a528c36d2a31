package org.yilian.checker;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets the checker loose on servers with a bug. */
final class Hunt {
  private static final long SEED = 4;
  private static final long PATIENCE_SECONDS = 60;
  private static final Planner.Size SIZE = new Planner.Size(2, 2_400, 60, 500);
  private static final long FAULT_MILLIS = 2_000;

  /** Those that a server survives, so that many of them fit into a minute. */
  private static final List<Fault> FAULTS =
      List.of(
          Fault.STOP_COMMIT_AND_CUT_DATABASE,
          Fault.STOP_COMMIT_AND_KILL_POSTGRES,
          Fault.STOP_COMMIT,
          Fault.CUT);

  /**
   * @param seconds from the first word to the verdict
   * @param violation what gave the bug away, or null
   */
  record Finding(Bug bug, double seconds, Violation violation) {
    @Override
    public String toString() {
      return violation == null
          ? "%s was not found in %.0f s".formatted(bug, seconds)
          : "%s was found after %.1f s: %s".formatted(bug, seconds, violation);
    }
  }

  private Hunt() {}

  static Finding hunt(Cluster cluster, Bug bug) {
    Path patch = Patches.compile(bug);
    boolean inFaults = bug.shows() == Bug.Shows.IN_FAULTS;
    Run.Settings settings = new Run.Settings(SIZE, inFaults ? FAULTS : List.of(), FAULT_MILLIS);
    try (Stage stage = new Stage(cluster, 1, List.of(patch))) {
      Run run = new Run(stage, SEED, settings);
      CompletableFuture<Run.Result> playing = CompletableFuture.supplyAsync(run::play);
      run.awaitTalk();
      Finding finding = watch(bug, run, playing);
      run.cancel();
      playing.join();
      return finding;
    }
  }

  private static Finding watch(Bug bug, Run run, CompletableFuture<Run.Result> playing) {
    long start = System.nanoTime();
    while (true) {
      boolean over = playing.isDone();
      List<Violation> found = run.soFar();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!found.isEmpty() || over || seconds > PATIENCE_SECONDS) {
        return new Finding(bug, seconds, found.isEmpty() ? null : found.get(0));
      }
      World.pause(TimeUnit.SECONDS.toMillis(1) / 2);
    }
  }
}
