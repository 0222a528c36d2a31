package org.yilian.documents;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutsideJudgesIT {
  @BeforeAll
  static void documents() throws Exception {
    SealedSamples.write(true);
  }

  @Test
  void x() {}
}
