package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.db.Database;
import org.yilian.kernel.Periodic;

/**
 * The law at hand: what was imported, and the digest where nothing was. Searches from the first
 * second on; by words until the vectors are there, then by meaning as well.
 */
public final class Knowledge {
  private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);

  /** How long an import of another process takes to be seen here. */
  private static final long LOOK_MILLIS = 4_000;

  /** A first start has better things to do than vectors. */
  private static final long ROUND_MILLIS = 60_000;

  private static final int SEARCHES_AT_ONCE = 2;
  private static final int VECTORS_AT_ONCE = 2_000;

  private final ChangeStore changes = new ChangeStore();
  private final VectorStore vectors = new VectorStore();
  private final Ranking ranking = Ranking.loaded();
  private final Vertx vertx;
  private final Database database;
  private final Digest digest;
  private final ShelfReader reader;
  private final WorkerExecutor worker;
  private final VectorMaking making;
  private final Periodic looks;
  private final Periodic rounds;

  private volatile Shelf shelf;
  private volatile SentenceModel model;
  private Future<SentenceModel> loading;
  private Future<Void> refreshing = Future.succeededFuture();
  private Map<String, List<Place>> places = Map.of();
  private long change;
  private long seen;

  /** Where a vector belongs: an entry of the shelf, or one of the known questions. */
  private record Place(Vectors vectors, int number) {}

  public Knowledge(Vertx vertx, Database database, Digest digest) {
    this.vertx = vertx;
    this.database = database;
    this.digest = digest;
    reader = new ShelfReader(vertx, database, digest);
    worker = vertx.createSharedWorkerExecutor("knowledge-search", SEARCHES_AT_ONCE);
    making = new VectorMaking(vertx, database, this::model);
    looks = new Periodic(vertx, LOOK_MILLIS, this::look);
    rounds = new Periodic(vertx, ROUND_MILLIS, this::round);
    put(new ShelfReader.Read(0, reader.digestAlone()));
  }

  /** The digest and the cases that came with the product. */
  public Digest digest() {
    return digest;
  }

  /**
   * Reads what is imported and from now on sees what others import; searches work meanwhile.
   *
   * @param withVectors whether to make, in the background, the vectors that are missing
   */
  public void start(boolean withVectors) {
    looks.start();
    if (withVectors) {
      rounds.start();
    }
    worker
        .executeBlocking(() -> shelf.words(), false)
        .onFailure(failure -> LOG.error("the digest cannot be searched", failure));
    look().onSuccess(read -> LOG.info("articles at hand: {}", shelf.size()));
  }

  public void stop() {
    looks.stop();
    rounds.stop();
    making.stop();
  }

  /** Reads the collection anew where it has changed, and the vectors that were made since. */
  public synchronized Future<Void> refresh() {
    refreshing = refreshing.transform(before -> readAnew());
    return refreshing;
  }

  private Future<Void> readAnew() {
    return changes
        .latest(database.pool())
        .compose(
            latest ->
                latest == change ? Future.succeededFuture() : reader.read().onSuccess(this::put))
        .compose(read -> readVectors())
        .compose(
            read -> shelf.vectors().complete() ? model().mapEmpty() : Future.succeededFuture());
  }

  /**
   * Reads what was changed here at once, in the background; other servers see it a little later.
   */
  void changed() {
    look();
  }

  private Future<Void> look() {
    return refresh().onFailure(failure -> LOG.warn("the collection was not read anew", failure));
  }

  private Future<Integer> round() {
    if (shelf.vectors().complete() && shelf.known().vectors().complete()) {
      return Future.succeededFuture(0);
    }
    return makeVectors((done, all) -> LOG.info("vectors {} of {}", done, all))
        .onFailure(failure -> LOG.warn("vectors were not made", failure));
  }

  private void put(ShelfReader.Read read) {
    Map<String, List<Place>> fresh = new HashMap<>();
    Shelf next = read.shelf();
    for (int i = 0; i < next.size(); i++) {
      Place place = new Place(next.vectors(), i);
      fresh.computeIfAbsent(next.entry(i).print(), print -> new ArrayList<>(1)).add(place);
    }
    for (int i = 0; i < next.known().size(); i++) {
      String print = KnownQuestionStore.print(next.known().question(i).question());
      Place place = new Place(next.known().vectors(), i);
      fresh.computeIfAbsent(print, unseen -> new ArrayList<>(1)).add(place);
    }
    places = fresh;
    seen = 0;
    change = read.change();
    shelf = next;
  }

  private Future<Void> readVectors() {
    return vectors
        .after(database.pool(), seen, VECTORS_AT_ONCE)
        .compose(
            rows -> {
              rows.forEach(this::place);
              return rows.size() < VECTORS_AT_ONCE ? Future.succeededFuture() : readVectors();
            });
  }

  private void place(VectorStore.Stored row) {
    seen = row.seq();
    places
        .getOrDefault(row.print(), List.of())
        .forEach(place -> place.vectors().put(place.number(), row.vector()));
  }

  /** Loaded when it is first needed, never on the way of a start. */
  private synchronized Future<SentenceModel> model() {
    if (loading == null) {
      loading =
          vertx
              .executeBlocking(SentenceModel::load, false)
              .onSuccess(loaded -> model = loaded)
              .onFailure(failure -> LOG.error("no search by meaning: the model fails", failure));
    }
    return loading;
  }

  /**
   * Makes the vectors that are missing and tells of each step how many are there, of how many.
   *
   * @return how many were made here; 0 also where another process makes them
   */
  public Future<Integer> makeVectors(BiConsumer<Integer, Integer> progress) {
    List<VectorStore.Missing> gists =
        IntStream.range(0, shelf.size())
            .mapToObj(shelf::entry)
            .filter(entry -> entry.article() == null)
            .map(
                entry -> new VectorStore.Missing(entry.print(), ShelfReader.embedded(entry.gist())))
            .toList();
    return making.run(gists, progress);
  }

  /**
   * The articles that answer a question, by its words and its meaning. Never blocks the caller.
   *
   * @param query a question, words, or the name of an article such as 民法典1084
   * @param day on which they must be in force
   * @param limit hits at most
   */
  public Future<Found> search(String query, LocalDate day, int limit) {
    return worker.executeBlocking(() -> now().found(query, day, limit), false);
  }

  /** As {@link #search}, where a known question with the very same words must not help. */
  Future<Found> searchAsUnknown(String question, LocalDate day, int limit) {
    return worker.executeBlocking(() -> now().answering(question, day, limit, true), false);
  }

  private Search now() {
    return new Search(shelf, ranking, model);
  }

  /**
   * The article in force on a day, to the letter; empty where it was not imported or does not
   * exist.
   */
  public Optional<Article> article(Citation citation, LocalDate day) {
    Shelf now = shelf;
    OptionalInt entry = now.inForce(citation, day);
    return entry.isPresent()
        ? Optional.ofNullable(now.entry(entry.getAsInt()).article())
        : Optional.empty();
  }

  /** Whether an article was imported and applies on the day in none of its versions. */
  public boolean ended(Citation citation, LocalDate day) {
    Shelf now = shelf;
    List<Integer> versions = now.all(citation);
    return !versions.isEmpty()
        && versions.stream().noneMatch(version -> now.entry(version).inForceOn(day));
  }

  /** Every version of an article that is named by its number, whenever it applied. */
  List<Article> versions(String query) {
    Shelf now = shelf;
    return NamedArticle.of(query).stream()
        .flatMap(named -> named.laws(now).stream().map(law -> new Citation(law, named.number())))
        .flatMap(citation -> now.all(citation).stream())
        .map(entry -> now.entry(entry).article())
        .filter(Objects::nonNull)
        .toList();
  }

  Shelf shelf() {
    return shelf;
  }
}
