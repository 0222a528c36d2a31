package org.yilian.rooms;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LaneCursorTest {

  @Test
  void theBacklogEndsNoEarlierThanWhatHappenedMeanwhile() {
    LaneCursor cursor = new LaneCursor(3, 3);
    assertTrue(cursor.advance(4));
    assertFalse(cursor.takesLive(5), "noted, to be read");
    assertFalse(cursor.goLive(), "5 has not been sent");
    assertTrue(cursor.advance(5));
    assertTrue(cursor.goLive());
    assertTrue(cursor.takesLive(6));
  }

  @Test
  void theBacklogEndsNoEarlierThanWhatOthersHadBefore() {
    LaneCursor cursor = new LaneCursor(3, 5);
    assertTrue(cursor.advance(4));
    assertFalse(cursor.goLive(), "5 was told before this one came");
    assertTrue(cursor.advance(5));
    assertTrue(cursor.goLive());
  }

  @Test
  void nothingIsSentTwice() {
    LaneCursor cursor = new LaneCursor(3, 3);
    assertFalse(cursor.advance(3));
    assertTrue(cursor.advance(5));
    assertTrue(cursor.goLive());
    assertFalse(cursor.takesLive(5), "it came with the backlog");
  }
}
