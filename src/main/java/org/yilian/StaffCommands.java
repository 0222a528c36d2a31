package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.identity.Keys;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** What the operator does for a member of staff whom no administrator can help. */
final class StaffCommands {
  static final List<String> NAMES = List.of("reset-second-factor");

  private static final int FAILED = 1;

  private final Vertx vertx;
  private final Config config;
  private final Clock clock;
  private final Texts texts;
  private final PrintStream out;

  StaffCommands(Vertx vertx, Config config, Clock clock, Texts texts, PrintStream out) {
    this.vertx = vertx;
    this.config = config;
    this.clock = clock;
    this.texts = texts;
    this.out = out;
  }

  Future<Integer> run(Database database, List<String> words) {
    if (words.size() != 1) {
      return Future.failedFuture(new CommandLine.NotUnderstood());
    }
    String username = words.get(0);
    return vertx
        .executeBlocking(() -> Keys.load(config.keyFile()))
        .compose(
            keys ->
                new SecondFactorFeatures(new Foundation(vertx, config, database, keys, clock))
                    .resets.resetAtServer(username))
        .map(done -> told("reset.done", username, 0))
        .recover(failure -> notDone(failure, username));
  }

  private Future<Integer> notDone(Throwable failure, String username) {
    return failure instanceof Refusal
        ? Future.succeededFuture(told("reset.nothing", username, FAILED))
        : Future.failedFuture(failure);
  }

  private int told(String what, String username, int code) {
    out.println(texts.get(what, username));
    return code;
  }
}
