package org.yilian.nodes;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** Nodes that wake each other through a real Redis. */
class RedisIT extends NodesTests {
  private RedisProcess redis = RedisProcess.start();

  RedisIT() throws IOException {}

  @Override
  @AfterAll
  void stopNodes() throws Exception {
    super.stopNodes();
    redis.stop();
  }

  @Override
  Map<String, String> settings() {
    return Map.of("LAWYER_GRACE_SECONDS", String.valueOf(GRACE_SECONDS), "REDIS_URL", redis.url());
  }

  /** Redis is away for a moment, and what is published meanwhile is lost. */
  @Override
  void deafen() throws Exception {
    redis.stop();
    redis = redis.again();
  }
}
