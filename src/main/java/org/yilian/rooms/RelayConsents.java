package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;

/** The author decides what of his words may go to another side. */
public final class RelayConsents {
  private static final int MAX_TEXT = 5_000;

  private final RoomStore rooms = new RoomStore();
  private final RelayStore store = new RelayStore();
  private final MessageStore read = new MessageStore();
  private final GrantStore grants = new GrantStore();
  private final Database database;
  private final RoomChanges changes;
  private final Clock clock;

  public RelayConsents(Database database, RoomChanges changes, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.clock = clock;
  }

  /** The author of a message says what may be done with it; 404 for everybody else. */
  public Future<JsonObject> decide(
      Caller caller, String roomId, String laneId, long seq, Form form) {
    RelayConsent.Allow allow = form.word("allow", RelayConsent.Allow.class);
    String text = form.optionalText("text", MAX_TEXT);
    boolean any = Boolean.TRUE.equals(form.optionalFlag("anyWording"));
    if (allow == RelayConsent.Allow.REWORDED && text == null && !any) {
      form.fault("text", "请写明同意的说法，或选择由调解员用任何说法转达。");
    }
    form.check();
    boolean reworded = allow == RelayConsent.Allow.REWORDED;
    RelayConsent consent =
        new RelayConsent(seq, allow, reworded ? text : null, reworded && any, clock.instant());
    return changes.change(caller, roomId, scene -> decide(scene, laneId, consent));
  }

  private Future<JsonObject> decide(Scene scene, String laneId, RelayConsent consent) {
    Member author = scene.actor();
    JsonObject data =
        new JsonObject()
            .put("seq", consent.seq())
            .put("allow", consent.allow().name())
            .put("anyWording", consent.anyWording());
    return read.page(scene.client(), author.id(), laneId, consent.seq() - 1, 1)
        .compose(
            page -> {
              boolean own =
                  author.role().isOfSide()
                      && page.stream()
                          .filter(m -> m.seq() == consent.seq() && !m.recalled())
                          .anyMatch(m -> m.memberId().equals(author.id()));
              if (!own) {
                return Future.failedFuture(Refusal.notFound());
              }
              scene.concerns(author.side());
              scene.factOfSide(author.side(), "relay-consent", data);
              return store.put(scene.client(), laneId, consent).map(view(consent));
            });
  }

  /** What the authors of a lane allowed, for those who read the lane. */
  public Future<List<JsonObject>> list(
      Caller caller, String roomId, String laneId, long after, int limit) {
    return database.withConnection(
        client ->
            rooms
                .seatOf(client, caller, roomId)
                .compose(seat -> checkReads(client, seat, laneId))
                .compose(reads -> store.consents(client, laneId, after, limit))
                .map(all -> all.stream().map(RelayConsents::view).toList()));
  }

  private Future<Void> checkReads(SqlClient client, Member seat, String laneId) {
    return grants
        .ofMember(client, seat.id())
        .compose(
            standing ->
                standing.stream().anyMatch(g -> g.laneId().equals(laneId))
                    ? Future.succeededFuture()
                    : Future.failedFuture(SayRefusals.noSuchLane()));
  }

  private static JsonObject view(RelayConsent consent) {
    JsonObject view =
        new JsonObject().put("seq", consent.seq()).put("allow", consent.allow().name());
    if (consent.text() != null) {
      view.put("text", consent.text());
    }
    return view.put("anyWording", consent.anyWording()).put("at", consent.at().toString());
  }
}
