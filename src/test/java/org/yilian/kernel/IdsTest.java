package org.yilian.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final int MANY = 2_000;
  private static final int LETTERS = 32;

  @Test
  void anIdHasAllItsBitsAndNoneComesTwice() {
    spread(Ids::fresh, 26);
    spread(Ids::brief, 15);
  }

  /** Each place of an id takes each letter; that one is missing by chance is rarer than 1e-20. */
  private static void spread(Supplier<String> ids, int length) {
    Set<String> seen = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (int i = 0; i < MANY; i++) {
      String id = ids.get();
      assertTrue(id.matches("[a-z2-7]{" + length + "}"), id);
      assertTrue(seen.add(id), id);
      for (int place = 0; place < length; place++) {
        places.add(place + ":" + id.charAt(place));
      }
    }
    assertEquals(length * LETTERS, places.size());
  }
}
