package org.yilian;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the product and stops it in good order. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int FAULTY_SETTINGS = 78;
  private static final int CANNOT_START = 70;
  private static final long STOP_SECONDS = 20;

  private Main() {}

  public static void main(String[] args) {
    Config config = configOrExit();
    Vertx vertx = Vertx.vertx();
    Server.start(vertx, config)
        .onSuccess(Main::stopOnSignal)
        .onFailure(failure -> exit(vertx, failure));
  }

  private static Config configOrExit() {
    try {
      return Config.from(System.getenv());
    } catch (Config.Faulty faulty) {
      System.err.println(faulty.getMessage());
      System.exit(FAULTY_SETTINGS);
      throw new IllegalStateException(faulty);
    }
  }

  private static void stopOnSignal(Server server) {
    LOG.info("ready url={} demo={}", server.url(), server.config().demo());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
  }

  private static void stop(Server server) {
    try {
      server.stop().await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      LOG.warn("stop was not orderly reason={}", e.toString());
    }
  }

  private static void exit(Vertx vertx, Throwable failure) {
    LOG.error("cannot start reason={}", failure.getMessage(), failure);
    vertx.close().onComplete(closed -> System.exit(CANNOT_START));
  }
}
