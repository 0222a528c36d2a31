package org.yilian;

import org.junit.jupiter.api.BeforeEach;

/** Tests that each have a {@link Stage} of their own, at the one server that all share. */
public abstract class StageTests {
  protected final TestServer server = TestServer.shared();
  protected Stage stage;

  @BeforeEach
  protected void set() {
    stage = Stage.leak(server);
  }
}
