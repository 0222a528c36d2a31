package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import org.yilian.db.Database;
import org.yilian.kernel.Hash;
import org.yilian.kernel.Refusal;

/**
 * Reading by the secret that whoever spent a link was given: half an hour, so that a page may be
 * turned back and a phone laid aside. 404 afterwards, and once the reader's seat has ended.
 */
public final class Readings {
  static final Duration LIFE = Duration.ofMinutes(30);

  private final PaperLinkStore store = new PaperLinkStore();
  private final PartyPaperStore papers = new PartyPaperStore();
  private final Database database;
  private final PaperReading reading;
  private final Clock clock;

  public Readings(Database database, PaperReading reading, Clock clock) {
    this.database = database;
    this.reading = reading;
    this.clock = clock;
  }

  /** The paper with its words; see {@link PaperReading#words}. */
  public Future<JsonObject> words(String secret) {
    return find(secret).compose(reading::words);
  }

  /** Page n of it as a picture, counted from 1, or 404. */
  public Future<PaperReading.Page> page(String secret, String n) {
    return find(secret).compose(paper -> reading.page(paper, n));
  }

  /** The paper as it is kept. */
  public Future<PaperReading.Page> file(String secret) {
    return find(secret).compose(reading::file);
  }

  private Future<PartyPaper> find(String secret) {
    return database.withConnection(
        client ->
            store
                .reading(client, Hash.of(secret).value(), clock.instant())
                .map(aim -> aim.orElseThrow(Refusal::notFound))
                .compose(aim -> papers.find(client, aim.agreementId(), aim.paper()))
                .map(found -> found.orElseThrow(Refusal::notFound)));
  }
}
