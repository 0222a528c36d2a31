package org.yilian.separation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yilian.TestServer;
import org.yilian.client.SmallRoom;

/**
 * Forty pairs of rooms, 240 pairs of streams. In both of a pair B goes by the same script, while A
 * and the staff do other things in A's lane, more or fewer of them, at other times: B is sent the
 * same to the byte, ids and times aside. {@code -Dpairs.seed=} makes the same pairs again.
 */
class ManyPairsIT {
  private static final int PAIRS = 40;

  /** Of each pair, one after the other, each compared by itself. */
  private static final int ROUNDS = 6;

  private static final int AT_ONCE = 8;
  private static final int MOST_DEEDS = 2;

  /** One in so many is open, with a lawyer: it takes twice the requests. */
  private static final int OPEN = 10;

  private final AtomicInteger deeds = new AtomicInteger();
  private SmallRoom.Staff staff;

  @Test
  void whateverADoesBIsSentTheSame() throws Exception {
    long seed = Long.getLong("pairs.seed", System.nanoTime() & 0xffffffL);
    System.out.println("pairs: seed " + seed);
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try (TestServer server = TestServer.start()) {
      staff = SmallRoom.Staff.of(server.port());
      List<Future<?>> pairs = new ArrayList<>();
      for (int pair = 0; pair < PAIRS; pair++) {
        int number = pair;
        pairs.add(workers.submit(() -> compare(seed, number)));
      }
      for (Future<?> pair : pairs) {
        pair.get();
      }
    } finally {
      workers.shutdownNow();
    }
    assertTrue(deeds.get() > PAIRS * ROUNDS, "A did next to nothing: " + deeds);
  }

  private void compare(long seed, int pair) {
    Random secrets = new Random(seed + pair);
    int most = secrets.nextInt(MOST_DEEDS + 1);
    try (Play one = new Play(staff, 2 * pair, pair % OPEN == 0, new Random(~seed + pair));
        Play other = new Play(staff, 2 * pair + 1, pair % OPEN == 0, new Random(~seed + pair))) {
      one.confide(secrets, most);
      other.confide(secrets, MOST_DEEDS - most);
      for (int round = 0; round < ROUNDS; round++) {
        assertEquals(one.round(), other.round(), "seed " + seed + ", pair " + pair);
      }
      assertEquals(one.end(), other.end(), "seed " + seed + ", pair " + pair);
      deeds.addAndGet(one.deeds() + other.deeds());
    }
  }
}
