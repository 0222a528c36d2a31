package org.yilian.checker;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker is checked: each of the bugs is found within a minute. */
@Tag("alone")
class SeededBugsIT {
  private static Cluster cluster;

  @BeforeAll
  static void start() {
    cluster = new Cluster();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  /** Those that show by themselves, or all of them. */
  static Stream<Bug> bugs() {
    boolean full = Boolean.getBoolean("tests.full");
    return Bugs.all().stream().filter(bug -> full || bug.shows() == Bug.Shows.AT_ONCE);
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void isFound(Bug bug) {
    Hunt.Finding finding = Hunt.hunt(cluster, bug);
    System.out.println("checker: " + finding);
    assertNotNull(finding.violation(), finding::toString);
  }
}
