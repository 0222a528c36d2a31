package org.yilian.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final List<Promise<Void>> begun = new ArrayList<>();
  private final Turns turns = new Turns(2, 2);

  private boolean take() {
    return turns.take(
        () -> {
          begun.add(Promise.promise());
          return begun.get(begun.size() - 1).future();
        });
  }

  @Test
  void onlySoMuchIsUnderWayAndWhatFailsMakesRoomToo() {
    for (int i = 0; i < 4; i++) {
      assertTrue(take());
    }
    assertFalse(take(), "no place left");
    assertEquals(2, begun.size());
    begun.get(0).complete();
    begun.get(1).fail("broken");
    assertEquals(4, begun.size());
    assertTrue(take());
    begun.get(2).complete();
    assertEquals(5, begun.size());
    turns.take(
        () -> {
          throw new IllegalStateException("broken before it began");
        });
    begun.get(3).complete();
    begun.get(4).complete();
    assertTrue(take());
    assertEquals(6, begun.size());
  }
}
