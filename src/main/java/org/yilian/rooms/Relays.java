package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.speech.Transcripts;

/** A mediator passes on what one side said, in words that its author allowed. */
public final class Relays {
  private static final Texts TEXTS = Texts.of("staff");
  private static final int MAX_TEXT = 5_000;

  private final RoomStore rooms = new RoomStore();
  private final RelayStore store = new RelayStore();
  private final MessageStore read = new MessageStore();
  private final Database database;
  private final Messages messages;
  private final RelaySources sources;

  public Relays(Database database, Messages messages, Transcripts transcripts) {
    this.database = database;
    this.messages = messages;
    this.sources = new RelaySources(transcripts);
  }

  private record Wanted(
      String fromLane, long seq, String toLane, String text, RelayMode mode, String clientId) {}

  /** Everything that was looked at before passing on. */
  private record Source(
      Member mediator,
      StoredMessage message,
      Optional<String> original,
      Optional<RelayConsent> consent) {}

  /**
   * Passes a message on. The receiving side gets the mediator's words, and nothing of where they
   * came from.
   *
   * @return {@code {lane, seq, sentAt}} of the new message; fails with 409 {@code not-in-session},
   *     {@code author-consent-missing}, {@code not-verbatim} or {@code wording-not-approved}
   */
  public Future<JsonObject> relay(Caller caller, String roomId, Form form) {
    Long seq = form.number("seq", 1, Long.MAX_VALUE);
    Wanted wanted =
        new Wanted(
            form.text("fromLane", 64),
            seq == null ? 0 : seq,
            form.text("toLane", 64),
            form.text("text", MAX_TEXT),
            form.word("mode", RelayMode.class),
            Say.optionalClientId(form));
    if (wanted.fromLane() != null && wanted.fromLane().equals(wanted.toLane())) {
      form.fault("toLane", "请选择另一个会话。");
    }
    form.check();
    return database
        .withConnection(client -> source(client, caller, roomId, wanted))
        .compose(source -> pass(source, wanted));
  }

  private Future<Source> source(SqlClient client, Caller caller, String roomId, Wanted wanted) {
    return sources
        .mediator(client, caller, roomId)
        .compose(
            mediator ->
                checkLanes(client, mediator, wanted)
                    .compose(known -> live(client, roomId))
                    .compose(
                        live -> sources.message(client, mediator, wanted.fromLane(), wanted.seq()))
                    .compose(message -> source(client, mediator, message)));
  }

  private Future<Source> source(SqlClient client, Member mediator, StoredMessage message) {
    Future<Optional<String>> original = sources.words(client, message.body());
    Future<Optional<RelayConsent>> consent = store.consent(client, message.laneId(), message.seq());
    return Future.all(original, consent)
        .map(all -> new Source(mediator, message, original.result(), consent.result()));
  }

  private Future<Void> live(SqlClient client, String roomId) {
    return rooms
        .room(client, roomId)
        .compose(
            room ->
                room.status().isLive()
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        Refusal.conflict("not-in-session", TEXTS.get("not-in-session"))));
  }

  private Future<Void> checkLanes(SqlClient client, Member mediator, Wanted wanted) {
    Future<Optional<SayRefusals.Standing>> from =
        read.standing(client, mediator.id(), wanted.fromLane());
    Future<Optional<SayRefusals.Standing>> to =
        read.standing(client, mediator.id(), wanted.toLane());
    return Future.all(from, to)
        .compose(
            all ->
                from.result().isPresent() && to.result().isPresent()
                    ? Future.succeededFuture()
                    : Future.failedFuture(SayRefusals.noSuchLane()));
  }

  private Future<JsonObject> pass(Source source, Wanted wanted) {
    if (source.original().isEmpty()) {
      String why = RelaySources.whyWordless(source.message().body());
      return Future.failedFuture(Refusal.field("seq", TEXTS.get(why)));
    }
    String original = source.original().get();
    boolean bySide = source.message().author().role().isOfSide();
    Optional<Refusal> refusal =
        RelayRule.refusal(wanted.mode(), wanted.text(), original, bySide, source.consent());
    if (refusal.isPresent()) {
      return Future.failedFuture(refusal.get());
    }
    JsonObject body = new JsonObject().put("kind", "text").put("text", wanted.text());
    JsonObject relayOf =
        new JsonObject()
            .put("lane", wanted.fromLane())
            .put("seq", wanted.seq())
            .put("mode", wanted.mode().name());
    return messages
        .post(wanted.toLane(), source.mediator().id(), wanted.clientId(), body, relayOf)
        .map(posted -> view(posted, source.mediator(), body, relayOf));
  }

  private static JsonObject view(
      Posted posted, Member mediator, JsonObject body, JsonObject relayOf) {
    JsonObject author =
        new JsonObject()
            .put("memberId", mediator.id())
            .put("role", mediator.role().name())
            .put("name", mediator.name());
    return new JsonObject()
        .put("type", "message")
        .put("lane", posted.lane())
        .put("seq", posted.seq())
        .put("sentAt", posted.sentAt().toString())
        .put("author", author)
        .put("body", body)
        .put("relayOf", relayOf);
  }

  /** Asks the author, by a card in his own lane, whether something may be passed on. */
  public Future<JsonObject> ask(Caller caller, String roomId, Form form) {
    String laneId = form.text("lane", 64);
    Long seq = form.number("seq", 1, Long.MAX_VALUE);
    RelayMode mode = form.word("mode", RelayMode.class);
    String text = form.optionalText("text", MAX_TEXT);
    String clientId = Say.optionalClientId(form);
    form.check();
    JsonObject card =
        new JsonObject().put("kind", "relayRequest").put("ofSeq", seq).put("mode", mode.name());
    if (text != null) {
      card.put("text", text);
    }
    return database
        .withConnection(
            client ->
                sources
                    .mediator(client, caller, roomId)
                    .compose(
                        mediator -> sources.message(client, mediator, laneId, seq).map(mediator)))
        .compose(mediator -> messages.post(laneId, mediator.id(), clientId, card, null))
        .map(posted -> new JsonObject().put("lane", posted.lane()).put("seq", posted.seq()));
  }

  /** What was passed on, for mediators and lawyers. */
  public Future<List<JsonObject>> list(Caller caller, String roomId) {
    return database.withConnection(
        client ->
            rooms
                .seatOf(client, caller, roomId)
                .compose(
                    seat ->
                        seat.role() == MemberRole.MEDIATOR
                                || seat.role() == MemberRole.NEUTRAL_LAWYER
                            ? store.relays(client, roomId, seat.id())
                            : Future.failedFuture(Refusal.notFound())));
  }
}
