package org.yilian.nodes;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Nodes that wake each other through a real Redis. */
class RedisIT extends NodesTests {
  private static RedisProcess redis;

  @BeforeAll
  static void startRedis() throws Exception {
    redis = RedisProcess.start();
  }

  @AfterAll
  static void stopRedis() throws Exception {
    if (redis != null) {
      redis.stop();
    }
  }

  @Override
  Map<String, String> settings() {
    return Map.of("LAWYER_GRACE_SECONDS", String.valueOf(GRACE_SECONDS), "REDIS_URL", redis.url());
  }

  /** Redis is away; it comes back at the same place for the tests that follow. */
  @Override
  void deafen() throws Exception {
    redis.stop();
    redis = redis.again();
  }
}
