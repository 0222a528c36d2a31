package org.yilian.knowledge;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yilian.db.Database;

/**
 * Measures search on questions whose answers are known, and looks at every citation that would be
 * shown. A known question with the very same words never helps.
 */
public final class Evaluation {
  /** What is looked at of each search, and what of that would be shown. */
  private static final int LOOKED_AT = 100;

  private static final int SHOWN = 10;
  private static final int WARM_UP = 20;
  private static final int STEP = 100;

  private final ArticleStore articles = new ArticleStore();
  private final Database database;
  private final Knowledge knowledge;
  private final LocalDate day;

  public Evaluation(Database database, Knowledge knowledge, LocalDate day) {
    this.database = database;
    this.knowledge = knowledge;
    this.day = day;
  }

  /**
   * Means over all questions; recall of a question is the share of its articles that was found.
   *
   * @param absent articles of answers that the collection does not hold in force on the day
   * @param citations different articles that would be shown, and how many of them are wrong: not
   *     there, not in force, or not to the letter
   */
  public record Figures(
      int questions,
      double recall5,
      double recall10,
      double recall20,
      double recall100,
      double reciprocalRank10,
      double p50Millis,
      double p95Millis,
      int absent,
      int citations,
      int wrongCitations) {}

  private static final class Tally {
    final double[] recall = new double[4];
    final List<Double> millis = new ArrayList<>();
    final Set<Article> shown = new HashSet<>();
    double reciprocal;
    int absent;
  }

  /** Measures on questions with their answers. */
  public Future<Figures> of(
      List<KnownQuestions.Asked> questions, BiConsumer<Integer, Integer> progress) {
    Tally tally = new Tally();
    return warmUp(questions.stream().map(KnownQuestions.Asked::question).toList())
        .compose(warm -> ask(questions, 0, tally, progress))
        .compose(asked -> wrong(List.copyOf(tally.shown)))
        .map(wrong -> figures(questions.size(), tally, wrong));
  }

  private Future<Void> warmUp(List<String> questions) {
    Future<Void> done = Future.succeededFuture();
    for (String question : questions.subList(0, Math.min(WARM_UP, questions.size()))) {
      done = done.compose(before -> knowledge.searchAsUnknown(question, day, 1).mapEmpty());
    }
    return done;
  }

  private Future<Void> ask(
      List<KnownQuestions.Asked> questions,
      int at,
      Tally tally,
      BiConsumer<Integer, Integer> progress) {
    if (at == questions.size()) {
      return Future.succeededFuture();
    }
    if (at % STEP == 0) {
      progress.accept(at, questions.size());
    }
    KnownQuestions.Asked question = questions.get(at);
    long begun = System.nanoTime();
    return knowledge
        .searchAsUnknown(question.question(), day, LOOKED_AT)
        .onSuccess(found -> count(question, found, System.nanoTime() - begun, tally))
        .compose(found -> ask(questions, at + 1, tally, progress));
  }

  private void count(KnownQuestions.Asked question, Found found, long nanos, Tally tally) {
    tally.millis.add(nanos / 1e6);
    Set<Citation> wanted = new HashSet<>(question.articles());
    int all = wanted.size() + question.unread().size();
    Shelf shelf = knowledge.shelf();
    tally.absent += question.unread().size();
    tally.absent += (int) wanted.stream().filter(one -> shelf.inForce(one, day).isEmpty()).count();
    int hits = 0;
    int[] within = {5, 10, 20, LOOKED_AT};
    for (int rank = 0; rank < found.hits().size(); rank++) {
      Hit hit = found.hits().get(rank);
      if (rank < SHOWN) {
        hit.article().ifPresent(tally.shown::add);
      }
      if (wanted.remove(Citation.of(hit.law(), hit.number()))) {
        tally.reciprocal += hits == 0 && rank < SHOWN ? 1.0 / (rank + 1) : 0;
        hits++;
        for (int i = 0; i < within.length; i++) {
          tally.recall[i] += rank < within[i] ? 1.0 / all : 0;
        }
      }
    }
  }

  /** Held against the database once more, letter by letter. */
  private Future<Integer> wrong(List<Article> shown) {
    Future<Integer> wrong = Future.succeededFuture(0);
    for (Article article : shown) {
      wrong =
          wrong.compose(
              count ->
                  articles
                      .quoted(database.pool(), article, day)
                      .map(texts -> texts.contains(article.text()) ? count : count + 1));
    }
    return wrong;
  }

  private Figures figures(int questions, Tally tally, int wrong) {
    double[] millis = tally.millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double[] recall = Arrays.stream(tally.recall).map(sum -> sum / questions).toArray();
    return new Figures(
        questions,
        recall[0],
        recall[1],
        recall[2],
        recall[3],
        tally.reciprocal / questions,
        millis[millis.length / 2],
        millis[Math.min(millis.length - 1, (int) (millis.length * 0.95))],
        tally.absent,
        tally.shown.size(),
        wrong);
  }
}
