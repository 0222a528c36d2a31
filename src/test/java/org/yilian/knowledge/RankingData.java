package org.yilian.knowledge;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.yilian.calendar.Deadlines;
import org.yilian.db.Database;
import org.yilian.db.EmbeddedPostgres;
import org.yilian.db.Opening;

/**
 * What the trees of {@link Ranking} are fitted to: for each question its candidates, the best by
 * the weighed sum first, one a line: the question's number in its file, how many articles answer
 * it, whether this is one of them, and the columns of {@link Signals.Name}. The first line names
 * all of these.
 *
 * <p>usage: DATA_FOLDER QUESTIONS OUT, the folder with statutes, vectors and the known questions of
 * others.
 */
public final class RankingData {
  private final Clock clock = Clock.systemUTC();
  private final Shelf shelf;
  private final SentenceModel model;
  private final Ranking ranking = Ranking.loaded();
  private final PrintWriter out;

  private RankingData(Shelf shelf, SentenceModel model, PrintWriter out) {
    this.shelf = shelf;
    this.model = model;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    Vertx vertx = Vertx.vertx();
    EmbeddedPostgres postgres = EmbeddedPostgres.start(vertx, Path.of(args[0], "postgres")).await();
    Database database = Opening.open(vertx, postgres.logins(), Clock.systemUTC(), 2).await();
    Knowledge knowledge = new Knowledge(vertx, database, Digest.loaded());
    knowledge.refresh().await();
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8))) {
      RankingData data = new RankingData(knowledge.shelf(), SentenceModel.load(), out);
      out.println("question answers right " + columns(Signals.Name.values()));
      int number = 0;
      for (KnownQuestions.Asked asked : KnownQuestions.read(Path.of(args[1]))) {
        data.write(number++, asked);
      }
    }
    database.close().await();
    postgres.stop(vertx).await();
    vertx.close().await();
  }

  private void write(int number, KnownQuestions.Asked asked) throws Exception {
    float[] vector = model.embed(asked.question());
    int same = shelf.known().same(asked.question());
    Signals signals = new Signals(shelf, asked.question(), vector, same);
    Set<Citation> wanted = new HashSet<>(asked.articles());
    int all = wanted.size() + asked.unread().size();
    for (int text : ranking.candidates(signals, this::inForce)) {
      Hit hit = shelf.entry(text).hit(1);
      boolean answers = wanted.remove(Citation.of(hit.law(), hit.number()));
      out.println(number + " " + all + (answers ? " 1 " : " 0 ") + columns(signals.of(text)));
    }
  }

  private boolean inForce(int text) {
    return shelf.entry(text).inForceOn(Deadlines.dateOf(clock.instant()));
  }

  private static String columns(Object[] names) {
    return plain(Arrays.toString(names));
  }

  private static String columns(float[] row) {
    return plain(Arrays.toString(row));
  }

  private static String plain(String list) {
    return list.replaceAll("[\\[\\],]", "");
  }
}
