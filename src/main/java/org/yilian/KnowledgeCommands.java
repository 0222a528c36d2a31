package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.kernel.Texts;
import org.yilian.knowledge.StatuteImports;
import org.yilian.knowledge.sources.Reading;
import org.yilian.knowledge.sources.StatuteFiles;
import org.yilian.knowledge.sources.Unreadable;

/** The commands of the law at hand. */
final class KnowledgeCommands {
  static final List<String> NAMES = List.of("import-statutes");

  /** Told every so many statutes. */
  private static final int STEP = 200;

  private final Vertx vertx;
  private final Clock clock;
  private final Texts texts;
  private final PrintStream out;

  KnowledgeCommands(Vertx vertx, Clock clock, Texts texts, PrintStream out) {
    this.vertx = vertx;
    this.clock = clock;
    this.texts = texts;
    this.out = out;
  }

  Future<Integer> run(Database database, String name, List<String> words) {
    if (words.size() != 1) {
      return Future.failedFuture(new CommandLine.NotUnderstood());
    }
    return importStatutes(database, Path.of(words.get(0)));
  }

  private Future<Integer> importStatutes(Database database, Path source) {
    return vertx
        .executeBlocking(() -> read(source))
        .compose(
            reading ->
                new StatuteImports(database, clock)
                    .take(reading, String.valueOf(source.getFileName()), null, this::progress))
        .map(this::told);
  }

  private Reading read(Path source) throws IOException, Unreadable {
    out.println(texts.get("statutes.reading", source));
    Reading reading = StatuteFiles.read(source, String.valueOf(source.getFileName()));
    out.println(
        texts.get(
            "statutes.read",
            reading.statutes().size(),
            reading.articles(),
            reading.repeated(),
            reading.leftOut().size()));
    return reading;
  }

  private void progress(int done, int all) {
    if (done % STEP == 0 || done == all) {
      out.println(texts.get("statutes.progress", done, all));
    }
  }

  private int told(StatuteImports.Outcome outcome) {
    outcome.leftOut().forEach(why -> out.println(texts.get("statutes.left-out", why)));
    outcome.changed().forEach(change -> out.println(texts.get("statutes.changed", change)));
    out.println(
        texts.get(
            "statutes.done",
            outcome.added().size(),
            outcome.changed().size(),
            outcome.unchanged(),
            outcome.newArticles(),
            outcome.repealed()));
    return 0;
  }
}
