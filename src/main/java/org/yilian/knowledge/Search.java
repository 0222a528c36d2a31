package org.yilian.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One search on one shelf. Blocks for some tens of milliseconds. */
final class Search {
  /** Of a question, from its beginning: what follows is not read. */
  private static final int READ = 500;

  private final Shelf shelf;
  private final Ranking ranking;
  private final SentenceModel model;

  /**
   * @param model null while it is not loaded
   */
  Search(Shelf shelf, Ranking ranking, SentenceModel model) {
    this.shelf = shelf;
    this.ranking = ranking;
    this.model = model;
  }

  Found found(String query, LocalDate day, int limit) {
    Optional<NamedArticle> named = NamedArticle.of(query);
    List<Hit> hits = new ArrayList<>();
    named.ifPresent(one -> addNamed(one, day, hits));
    Optional<String> missing =
        named.filter(one -> hits.isEmpty() && !one.laws(shelf).isEmpty()).map(this::shown);
    if (named.isPresent() && (!hits.isEmpty() || missing.isPresent())) {
      return new Found(
          hits.subList(0, Math.min(limit, hits.size())),
          OptionalDouble.empty(),
          missing,
          Optional.empty());
    }
    Found byWords = answering(query, day, limit, false);
    return new Found(
        byWords.hits(), byWords.topCosine(), Optional.empty(), UnheldLaw.in(query, shelf));
  }

  private void addNamed(NamedArticle named, LocalDate day, List<Hit> hits) {
    for (int entry : named.entries(shelf, day)) {
      hits.add(shelf.entry(entry).hit(1));
    }
  }

  private String shown(NamedArticle named) {
    return named.laws(shelf).get(0) + named.number();
  }

  /**
   * By words and meaning alone.
   *
   * @param unknown whether the known question with the same words, if any, must not help
   */
  Found answering(String question, LocalDate day, int limit, boolean unknown) {
    String read = question.substring(0, Math.min(question.length(), READ));
    float[] vector = vector(read);
    int excluded = unknown ? shelf.known().same(read) : -1;
    Signals signals = new Signals(shelf, read, vector, excluded);
    List<Ranking.Placed> best =
        ranking.best(signals, text -> shelf.entry(text).inForceOn(day), limit).stream()
            .filter(one -> vector != null || signals.words[one.text()] > 0)
            .toList();
    List<Hit> hits = best.stream().map(one -> shelf.entry(one.text()).hit(one.share())).toList();
    OptionalDouble top =
        vector == null ? OptionalDouble.empty() : OptionalDouble.of(signals.mostMeaning);
    return new Found(hits, top, Optional.empty(), Optional.empty());
  }

  private float[] vector(String question) {
    if (model == null || !shelf.vectors().complete() || !shelf.known().vectors().complete()) {
      return null;
    }
    try {
      return model.embed(question);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
