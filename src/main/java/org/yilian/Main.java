package org.yilian;

import io.vertx.core.Vertx;
import io.vertx.core.transport.Transport;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the product and stops it in good order, or runs the command that its words name. */
public final class Main {
  private static final int FAULTY_SETTINGS = 78;
  private static final int CANNOT_START = 70;
  private static final long STOP_SECONDS = 20;

  private Main() {}

  /** Setting the log up takes half a second, which nothing that is begun waits for. */
  private static final class Log {
    static final Logger MAIN = LoggerFactory.getLogger(Main.class);
  }

  public static void main(String[] args) {
    Config config = configOrExit();
    Transport sockets = Transports.best(config.rings());
    if (args.length > 0) {
      command(Transports.vertx(sockets), config, List.of(args));
      return;
    }
    HeadStart begun = HeadStart.of(config);
    Vertx vertx = Transports.vertx(sockets);
    Server.start(vertx, config, begun)
        .onSuccess(server -> ready(server, sockets))
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

  /** Tells that it is ready, and stops in good order when it is signalled. */
  private static void ready(Server server, Transport sockets) {
    boolean demo = server.config().demo();
    Log.MAIN.info("ready url={} demo={} sockets={}", server.url(), demo, sockets.name());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
  }

  private static void stop(Server server) {
    try {
      server.stop().await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      Log.MAIN.warn("stop was not orderly reason={}", e.toString());
    }
  }

  private static void exit(Vertx vertx, Throwable failure) {
    Log.MAIN.error("cannot start reason={}", failure.getMessage(), failure);
    vertx.close().onComplete(closed -> System.exit(CANNOT_START));
  }
}
