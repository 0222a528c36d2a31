package org.yilian.knowledge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.lucene.search.ScoreDoc;

/** The law at hand: what was imported, and the digest where nothing was. */
public final class Knowledge {
  /** Of a question, from its beginning: what follows is not read. */
  private static final int READ_OF_A_QUESTION = 2_000;

  private final Vertx vertx;
  private final Digest digest;
  private final WordIndex words;

  public Knowledge(Vertx vertx, Digest digest) {
    this.vertx = vertx;
    this.digest = digest;
    words = WordIndex.of(digest.gists().stream().map(Knowledge::indexed).toList());
  }

  private static String indexed(Gist gist) {
    String words = String.join(" ", gist.words());
    return gist.law() + " " + gist.number() + " " + gist.gist() + " " + words;
  }

  /** The digest and the cases that came with the product. */
  public Digest digest() {
    return digest;
  }

  /**
   * The articles that answer a question, by its words and its meaning. Never blocks the caller.
   *
   * @param query a question, words, or the name of an article such as 民法典1084
   * @param day on which they must be in force
   * @param limit hits at most
   */
  public Future<Found> search(String query, LocalDate day, int limit) {
    String read = query.substring(0, Math.min(query.length(), READ_OF_A_QUESTION));
    return vertx.executeBlocking(() -> found(read, limit), false);
  }

  /**
   * The article in force on a day, to the letter; empty where it was not imported or does not
   * exist.
   *
   * @param law however it is written, such as 《中华人民共和国民法典》
   */
  public Future<Optional<Article>> article(String law, ArticleNumber number, LocalDate day) {
    return Future.succeededFuture(Optional.empty());
  }

  private Found found(String query, int limit) {
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc doc : words.search(query, limit)) {
      Gist gist = digest.gists().get(doc.doc);
      hits.add(new Hit(gist.law(), gist.number(), Optional.empty(), Optional.of(gist), doc.score));
    }
    return new Found(hits, OptionalDouble.empty());
  }
}
