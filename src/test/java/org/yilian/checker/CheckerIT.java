package org.yilian.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A minute of talking while everything fails, judged by what was planned. {@code -Dchecker.seed=}
 * plays a plan again, {@code -Dchecker.nodes=} sets the number of servers of the quick run.
 */
@Tag("alone")
class CheckerIT {
  private static final Planner.Size MINUTE = new Planner.Size(4, 11_800, 280, 1_500);
  private static final int IN_A_MINUTE = 10_000;
  private static final int IN_FULL = 30_000;
  private static final long FAULT_MILLIS = 5_000;

  @Test
  void nothingIsLostDoubledMisorderedOrLeaked() {
    check(IN_A_MINUTE, Integer.getInteger("checker.nodes", 1), "notify");
  }

  @Test
  @EnabledIfSystemProperty(named = "tests.full", matches = "true")
  void norInThirtyThousand() {
    check(IN_FULL, 1, "notify");
  }

  @Test
  @EnabledIfSystemProperty(named = "tests.full", matches = "true")
  void norWithTwoServers() {
    check(IN_FULL, 2, "notify");
  }

  @Test
  @EnabledIfSystemProperty(named = "tests.full", matches = "true")
  void norWithTwoServersThatWakeEachOtherThroughRedis() {
    check(IN_A_MINUTE, 2, "redis");
  }

  private static void check(int acknowledged, int nodes, String wakes) {
    long seed = Long.getLong("checker.seed", System.nanoTime() & 0xffffffL);
    try (Cluster cluster = new Cluster(wakes);
        Stage stage = new Stage(cluster, nodes, List.of())) {
      for (int so = 0; so < acknowledged; ) {
        so += check(stage, seed++);
      }
    }
  }

  private static int check(Stage stage, long seed) {
    System.out.println("checker: seed " + seed + ", history in target/checker/" + seed + ".log");
    Run.Result result = new Run(stage, seed, Run.Settings.of(MINUTE, FAULT_MILLIS)).play();
    System.out.println("checker: " + result.acknowledged() + " acknowledged");
    assertEquals(List.of(), result.troubles(), "seed " + seed);
    assertEquals(List.of(), result.violations(), "seed " + seed);
    // A machine with other work gets less done in a plan; then another plan follows.
    assertTrue(result.acknowledged() > MINUTE.sends() / 2, "only " + result.acknowledged());
    return result.acknowledged();
  }
}
