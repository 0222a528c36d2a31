package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.yilian.db.Database;
import org.yilian.db.DatabaseFault;
import org.yilian.db.DatabaseUrl;
import org.yilian.db.EmbeddedPostgres;
import org.yilian.db.Logins;
import org.yilian.db.Opening;
import org.yilian.kernel.Texts;
import org.yilian.knowledge.sources.Unreadable;

/**
 * What can be done from a command line, on the database that the settings name: beside a running
 * server, or alone.
 */
final class CommandLine {
  private static final int CONNECTIONS = 4;
  private static final int FAILED = 1;
  private static final int NOT_UNDERSTOOD = 64;

  private final Texts texts = Texts.of("commands");
  private final Vertx vertx;
  private final Config config;
  private final Clock clock;
  private final PrintStream out;

  CommandLine(Vertx vertx, Config config, Clock clock, PrintStream out) {
    this.vertx = vertx;
    this.config = config;
    this.clock = clock;
    this.out = out;
  }

  /** Runs one command; the future holds the exit code. */
  Future<Integer> run(List<String> words) {
    String name = words.get(0);
    List<String> others = words.subList(1, words.size());
    return run(name, others).recover(this::told);
  }

  private Future<Integer> run(String name, List<String> others) {
    if (KnowledgeCommands.NAMES.contains(name)) {
      KnowledgeCommands commands = new KnowledgeCommands(vertx, clock, texts, out);
      return onDatabase(database -> commands.run(database, name, others));
    }
    if (StaffCommands.NAMES.contains(name)) {
      StaffCommands commands = new StaffCommands(vertx, config, clock, texts, out);
      return onDatabase(database -> commands.run(database, others));
    }
    if (BackupCommands.NAMES.contains(name)) {
      return new BackupCommands(vertx, config, texts, out).run(name, others, this::onEmbedded);
    }
    return Future.failedFuture(new NotUnderstood());
  }

  private Future<Integer> told(Throwable failure) {
    if (failure instanceof Unreadable || failure instanceof DatabaseFault) {
      out.println(texts.get("not-done", failure.getMessage()));
      return Future.succeededFuture(FAILED);
    }
    if (failure instanceof NotUnderstood) {
      out.println(texts.get("usage"));
      return Future.succeededFuture(NOT_UNDERSTOOD);
    }
    return Future.failedFuture(failure);
  }

  /** The words of a command make none. */
  static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** What is done with an open database, before it is closed again. */
  private interface Work {
    Future<Integer> on(Database database);
  }

  private Future<Integer> onDatabase(Work work) {
    if (config.databaseUrl().isPresent()) {
      PgConnectOptions server = DatabaseUrl.parse(config.databaseUrl().get());
      Logins logins =
          config
              .databaseOwnerUrl()
              .map(url -> Logins.given(DatabaseUrl.parse(url), server))
              .orElseGet(() -> Logins.single(server));
      return onLogins(logins, work);
    }
    return onEmbedded(logins -> onLogins(logins, work));
  }

  private Future<Integer> onEmbedded(Function<Logins, Future<Integer>> work) {
    Path folder = config.databaseFolder();
    return EmbeddedPostgres.start(vertx, folder)
        .compose(
            alone -> work.apply(alone.logins()).eventually(() -> alone.stop(vertx)),
            held -> besideServer(folder, held).compose(work));
  }

  /** Another server holds the folder: then its database is the one. */
  private Future<Logins> besideServer(Path folder, Throwable held) {
    return held instanceof DatabaseFault
        ? EmbeddedPostgres.join(vertx, folder).recover(none -> Future.failedFuture(held))
        : Future.failedFuture(held);
  }

  private Future<Integer> onLogins(Logins logins, Work work) {
    return Opening.open(vertx, logins, clock, CONNECTIONS)
        .compose(database -> work.on(database).eventually(database::close));
  }
}
