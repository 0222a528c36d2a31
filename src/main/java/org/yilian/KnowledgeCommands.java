package org.yilian;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.yilian.answers.Screening;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.kernel.Texts;
import org.yilian.knowledge.Digest;
import org.yilian.knowledge.Evaluation;
import org.yilian.knowledge.Knowledge;
import org.yilian.knowledge.KnownQuestions;
import org.yilian.knowledge.StatuteImports;
import org.yilian.knowledge.sources.Reading;
import org.yilian.knowledge.sources.StatuteFiles;
import org.yilian.knowledge.sources.Unreadable;

/** The commands of the law at hand. */
final class KnowledgeCommands {
  static final List<String> NAMES = List.of("import-statutes", "import-questions", "evaluate");

  private static final String WORDS_ONLY = "--words-only";
  private static final String OFF_TOPIC = "--off-topic";

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
    boolean wordsOnly = words.contains(WORDS_ONLY);
    boolean offTopic = words.contains(OFF_TOPIC);
    List<String> files =
        words.stream().filter(word -> !List.of(WORDS_ONLY, OFF_TOPIC).contains(word)).toList();
    if (files.size() != 1 || files.get(0).startsWith("--")) {
      return Future.failedFuture(new CommandLine.NotUnderstood());
    }
    Path file = Path.of(files.get(0));
    return switch (name) {
      case "import-statutes" -> importStatutes(database, file, wordsOnly);
      case "import-questions" -> importQuestions(database, file, wordsOnly);
      default ->
          offTopic
              ? evaluateOffTopic(database, file, wordsOnly)
              : evaluate(database, file, wordsOnly);
    };
  }

  private Future<Integer> importStatutes(Database database, Path source, boolean wordsOnly) {
    return vertx
        .executeBlocking(() -> read(source))
        .compose(
            reading ->
                new StatuteImports(vertx, database, clock)
                    .take(reading, String.valueOf(source.getFileName()), null, this::progress))
        .onSuccess(this::tell)
        .compose(outcome -> prepared(database, wordsOnly))
        .map(0);
  }

  private Future<Integer> importQuestions(Database database, Path file, boolean wordsOnly) {
    return vertx
        .executeBlocking(() -> KnownQuestions.read(file))
        .compose(
            asked ->
                new KnownQuestions(database, clock)
                    .take(asked, String.valueOf(file.getFileName()), null)
                    .onSuccess(
                        taken -> out.println(texts.get("questions.done", asked.size(), taken))))
        .compose(taken -> prepared(database, wordsOnly))
        .map(0);
  }

  /** Everything read, and every vector made unless only words are wanted; what is there stays. */
  private Future<Knowledge> prepared(Database database, boolean wordsOnly) {
    return vertx
        .executeBlocking(() -> new Knowledge(vertx, database, Digest.loaded()), false)
        .compose(
            knowledge ->
                knowledge
                    .refresh()
                    .onSuccess(read -> out.println(texts.get("searchable")))
                    .compose(
                        read ->
                            wordsOnly
                                ? Future.succeededFuture()
                                : knowledge
                                    .makeVectors(this::vectorsMade)
                                    .compose(made -> knowledge.refresh()))
                    .map(knowledge));
  }

  private void vectorsMade(int done, int all) {
    out.println(texts.get("vectors.progress", done, all));
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

  private void tell(StatuteImports.Outcome outcome) {
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
  }

  private LocalDate today() {
    return Deadlines.dateOf(clock.instant());
  }

  private Future<Integer> evaluate(Database database, Path file, boolean wordsOnly) {
    return vertx
        .executeBlocking(() -> KnownQuestions.read(file))
        .compose(
            asked ->
                prepared(database, wordsOnly)
                    .compose(knowledge -> evaluate(database, knowledge, asked)));
  }

  private Future<Integer> evaluate(
      Database database, Knowledge knowledge, List<KnownQuestions.Asked> asked) {
    List<String> questions = asked.stream().map(KnownQuestions.Asked::question).toList();
    return new Evaluation(database, knowledge, today())
        .of(asked, this::progress)
        .map(this::told)
        .compose(
            code ->
                new Screening(knowledge, today())
                    .declined(questions)
                    .onSuccess(declined -> tellDeclined(questions, declined))
                    .map(code));
  }

  private int told(Evaluation.Figures figures) {
    out.println(
        String.format(
            Locale.ROOT,
            "questions %d  R@5 %.3f  R@10 %.3f  R@20 %.3f  R@100 %.3f  MRR@10 %.3f",
            figures.questions(),
            figures.recall5(),
            figures.recall10(),
            figures.recall20(),
            figures.recall100(),
            figures.reciprocalRank10()));
    out.println(
        String.format(
            Locale.ROOT,
            "latency p50 %.0f ms  p95 %.0f ms",
            figures.p50Millis(),
            figures.p95Millis()));
    out.println(
        texts.get(
            "evaluate.citations", figures.citations(), figures.wrongCitations(), figures.absent()));
    return figures.wrongCitations() == 0 ? 0 : 1;
  }

  private Future<Integer> evaluateOffTopic(Database database, Path file, boolean wordsOnly) {
    return vertx
        .executeBlocking(() -> lines(file))
        .compose(
            lines ->
                prepared(database, wordsOnly)
                    .compose(knowledge -> new Screening(knowledge, today()).declined(lines))
                    .onSuccess(declined -> tellAnswered(lines, declined))
                    .onSuccess(declined -> tellDeclined(lines, declined)))
        .map(0);
  }

  private void tellAnswered(List<String> questions, List<String> declined) {
    questions.stream()
        .filter(question -> !declined.contains(question))
        .forEach(question -> out.println(texts.get("evaluate.answered", question)));
  }

  private void tellDeclined(List<String> questions, List<String> declined) {
    out.println(
        String.format(
            Locale.ROOT,
            "questions %d  refused %d  share %.3f",
            questions.size(),
            declined.size(),
            (double) declined.size() / Math.max(1, questions.size())));
  }

  private static List<String> lines(Path file) throws IOException, Unreadable {
    if (!Files.isRegularFile(file)) {
      throw new Unreadable(String.valueOf(file.getFileName()), "没有这个文件");
    }
    return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
  }
}
