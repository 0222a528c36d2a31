package org.yilian;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the product and stops it in good order, or runs the command that its words name. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int FAULTY_SETTINGS = 78;
  private static final int CANNOT_START = 70;
  private static final long STOP_SECONDS = 20;

  private Main() {}

  public static void main(String[] args) {
    Config config = configOrExit();
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    if (args.length > 0) {
      command(vertx, config, List.of(args));
      return;
    }
    Server.start(vertx, config)
        .onSuccess(Main::stopOnSignal)
        .onFailure(failure -> exit(vertx, failure));
  }

  /** Instead of a server: does one thing on its database and ends. */
  private static void command(Vertx vertx, Config config, List<String> words) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new CommandLine(vertx, config, Clock.systemUTC(), out)
        .run(words)
        .onSuccess(code -> vertx.close().onComplete(closed -> System.exit(code)))
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
