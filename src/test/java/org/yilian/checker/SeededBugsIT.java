package org.yilian.checker;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checker is checked: each of the bugs that show by themselves is found within a minute. Those
 * that hide are {@link HiddenBugsIT}'s.
 */
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

  static Stream<Bug> bugs() {
    return Bugs.all().stream().filter(bug -> bug.shows() == Bug.Shows.AT_ONCE);
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void isFound(Bug bug) {
    found(cluster, bug);
  }

  static void found(Cluster cluster, Bug bug) {
    Hunt.Finding finding = Hunt.hunt(cluster, bug);
    System.out.println("checker: " + finding);
    assertNotNull(finding.violation(), finding::toString);
  }
}
