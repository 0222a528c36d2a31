package org.yilian.checker;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bugs that need time or faults to show; each is found within a minute on a machine at rest. */
@Tag("alone")
@EnabledIfSystemProperty(named = "tests.full", matches = "true")
class HiddenBugsIT {
  private static Cluster cluster;

  @BeforeAll
  static void start() {
    cluster = new Cluster();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  static Stream<Bug> bugs() {
    return Bugs.all().stream().filter(bug -> bug.shows() != Bug.Shows.AT_ONCE);
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void isFound(Bug bug) {
    SeededBugsIT.found(cluster, bug);
  }
}
