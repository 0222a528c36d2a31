package org.yilian.records;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;

/** The papers of a mediation for whoever sits on one of its sides; 404 for everybody else. */
public final class PartyPapers {
  private final PartyPaperStore store = new PartyPaperStore();
  private final Readers readers = new Readers();
  private final Database database;
  private final PaperReading reading;

  public PartyPapers(Database database, PaperReading reading) {
    this.database = database;
    this.reading = reading;
  }

  /** What there is: {@code {id, kind, title, number, day, mediaType}} each. */
  public Future<List<JsonObject>> list(Caller caller, String roomId) {
    return database.withConnection(
        client ->
            checkSide(client, caller, roomId)
                .compose(seated -> store.of(client, roomId))
                .map(papers -> papers.stream().map(PartyPaper::json).toList()));
  }

  /** One paper with its words; see {@link PaperReading#words}. */
  public Future<JsonObject> read(Caller caller, String roomId, String id) {
    return find(caller, roomId, id).compose(reading::words);
  }

  /** Page n of it as PNG, counted from 1, or 404. */
  public Future<PaperReading.Page> page(Caller caller, String roomId, String id, String n) {
    return find(caller, roomId, id).compose(paper -> reading.page(paper, n));
  }

  /** The paper as it is kept. */
  public Future<PaperReading.Page> file(Caller caller, String roomId, String id) {
    return find(caller, roomId, id).compose(reading::file);
  }

  private Future<PartyPaper> find(Caller caller, String roomId, String id) {
    return database.withConnection(client -> find(client, caller, roomId, id));
  }

  /** The paper if the caller sits on a side of that room, else 404. */
  Future<PartyPaper> find(SqlClient client, Caller caller, String roomId, String id) {
    return checkSide(client, caller, roomId)
        .compose(seated -> store.of(client, roomId))
        .map(
            papers ->
                papers.stream()
                    .filter(paper -> paper.id().equals(id))
                    .findFirst()
                    .orElseThrow(Refusal::notFound));
  }

  private Future<Void> checkSide(SqlClient client, Caller caller, String roomId) {
    return readers
        .of(client, caller, roomId)
        .compose(
            reader ->
                reader.seat().side() == null
                    ? Future.failedFuture(Refusal.notFound())
                    : Future.succeededFuture());
  }
}
