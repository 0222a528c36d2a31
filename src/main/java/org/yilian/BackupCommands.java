package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.yilian.db.Backups;
import org.yilian.db.Logins;
import org.yilian.kernel.Texts;

/** Copies of the embedded database, and the way back from one. */
final class BackupCommands {
  static final List<String> NAMES = List.of("backup", "restore");

  private static final int FAILED = 1;
  private static final long MEBIBYTE = 1 << 20;

  private final Vertx vertx;
  private final Config config;
  private final Texts texts;
  private final PrintStream out;

  BackupCommands(Vertx vertx, Config config, Texts texts, PrintStream out) {
    this.vertx = vertx;
    this.config = config;
    this.texts = texts;
    this.out = out;
  }

  /**
   * Runs one of the commands.
   *
   * @param onEmbedded does its work on the embedded database, whether a server runs there or not
   */
  Future<Integer> run(
      String name,
      List<String> words,
      Function<Function<Logins, Future<Integer>>, Future<Integer>> onEmbedded) {
    if (words.size() != 1) {
      return Future.failedFuture(new CommandLine.NotUnderstood());
    }
    if (config.databaseUrl().isPresent()) {
      out.println(texts.get("backup.outside"));
      return Future.succeededFuture(FAILED);
    }
    Path file = Path.of(words.get(0)).toAbsolutePath().normalize();
    return name.equals("backup")
        ? onEmbedded.apply(logins -> backup(logins, file))
        : restore(file, onEmbedded);
  }

  private Future<Integer> backup(Logins logins, Path file) {
    return Backups.take(vertx, logins.owner(), config.databaseFolder(), file)
        .map(
            bytes -> {
              out.println(texts.get("backup.done", file, Math.max(1, bytes / MEBIBYTE)));
              out.println(texts.get("backup.key", config.keyFile()));
              return 0;
            });
  }

  /** Starts the database once, so that a copy that does not come up is known at once. */
  private Future<Integer> restore(
      Path file, Function<Function<Logins, Future<Integer>>, Future<Integer>> onEmbedded) {
    return Backups.restore(vertx, file, config.databaseFolder())
        .compose(unpacked -> onEmbedded.apply(logins -> Future.succeededFuture(0)))
        .onSuccess(done -> out.println(texts.get("restore.done", config.keyFile())));
  }
}
