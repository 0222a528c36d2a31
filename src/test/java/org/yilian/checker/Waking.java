package org.yilian.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import org.yilian.nodes.RedisProcess;

/** How servers wake each other, besides the database itself: through Redis, or not at all. */
interface Waking extends AutoCloseable {
  /** Settings of a server. */
  Map<String, String> settings();

  /** The connections by which wakes come are gone. */
  void cut(Random random);

  @Override
  void close();

  /**
   * Of that name.
   *
   * @param name {@code notify} or {@code redis}
   */
  static Waking of(String name) {
    return switch (name) {
      case "notify" -> new ByDatabase();
      case "redis" -> ByRedis.start();
      default -> throw new IllegalArgumentException("wakes by notify or redis, not by " + name);
    };
  }

  /** Their way is the database's. */
  record ByDatabase() implements Waking {
    @Override
    public Map<String, String> settings() {
      return Map.of();
    }

    @Override
    public void cut(Random random) {}

    @Override
    public void close() {}
  }

  /** A real Redis, with a network that fails between. */
  record ByRedis(RedisProcess redis, Proxy proxy) implements Waking {
    static ByRedis start() {
      try {
        RedisProcess redis = RedisProcess.start();
        return new ByRedis(redis, new Proxy(redis::port));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Map<String, String> settings() {
      return Map.of("YILIAN_REDIS_URL", "redis://127.0.0.1:" + proxy.port());
    }

    @Override
    public void cut(Random random) {
      proxy.cut(100, random);
    }

    @Override
    public void close() {
      proxy.close();
      try {
        redis.stop();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
