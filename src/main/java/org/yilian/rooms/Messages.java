package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Ids;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;

/** Saying something in a lane, and reading what was said. */
public final class Messages {
  private static final Texts TEXTS = Texts.of("lanes");

  private final RoomStore rooms = new RoomStore();
  private final GrantStore grants = new GrantStore();
  private final MessageStore store = new MessageStore();
  private final PictureStore pictures = new PictureStore();
  private final LawCards cards;
  private final SaidVoices voices;
  private final SayRefusals refusals;
  private final Repetitions repetitions;
  private final Database database;
  private final MessageWriter writer;
  private final RoomHub known;

  /**
   * @param known what is open on this node
   * @param voices what may be said aloud
   */
  public Messages(
      Database database, MessageWriter writer, RoomHub known, SaidVoices voices, Clock clock) {
    this.cards = new LawCards(clock);
    this.database = database;
    this.writer = writer;
    this.known = known;
    this.voices = voices;
    this.refusals = new SayRefusals(database);
    this.repetitions = new Repetitions(database, writer.loop(), known::otherSides);
  }

  /** The caller says something over HTTP. */
  public Future<Said> say(Caller caller, String roomId, Say say) {
    return rooms
        .seatOf(database.pool(), caller, roomId)
        .recover(Database::refuse)
        .compose(member -> say(member, say));
  }

  /** Whoever sits on a socket says something. */
  public Future<Said> say(Seat seat, Say say) {
    return say(seat.member(), say);
  }

  Future<Said> say(Member speaker, Say say) {
    JsonObject body = MessageBody.checked(say.body(), speaker);
    Outgoing message =
        new Outgoing(say.laneId(), speaker.id(), say.clientId(), body, null, say.origin());
    return completed(message)
        .compose(whole -> held(speaker, say, whole).compose(held -> sayOrHold(whole, held)));
  }

  /**
   * A picture is told with its size, so that a page keeps room for it; a voice with its length; an
   * article with its text.
   */
  private Future<Outgoing> completed(Outgoing message) {
    String articleId = message.body().getString(LawCards.ARTICLE);
    if (articleId != null) {
      return cards
          .card(database.pool(), articleId)
          .map(message::withBody)
          .recover(Database::refuse);
    }
    return switch (message.body().getString("kind")) {
      case "picture" ->
          Pictures.describe(database.pool(), pictures, message, message.body().getString("fileId"))
              .map(message::withBody)
              .recover(Database::refuse);
      case "voice" -> voices.said(message).map(message::withBody);
      default -> Future.succeededFuture(message);
    };
  }

  private Future<Said> sayOrHold(Outgoing message, Optional<Said.Held> held) {
    return held.isPresent()
        ? Future.succeededFuture(held.get())
        : write(message).map(posted -> posted);
  }

  /**
   * Staff who repeat in one place what a side said in private are asked to look again. What is
   * stored already is the same message, and only gets its ack again.
   */
  private Future<Optional<Said.Held>> held(Member speaker, Say say, Outgoing message) {
    if (!speaker.isStaff() || say.confirmed() || !message.body().containsKey("text")) {
      return Future.succeededFuture(Optional.empty());
    }
    return repetitions
        .repeats(message.laneId(), message.body().getString("text"))
        .compose(repeats -> repeats ? storedAlready(message) : Future.succeededFuture(true))
        .map(
            goesOn ->
                goesOn
                    ? Optional.empty()
                    : Optional.of(
                        new Said.Held("repeats-other-side", TEXTS.get("held.suggestion"))));
  }

  /** What was said aloud in a lane has been written down: to repeat that is to repeat a message. */
  public void reread(String laneId) {
    repetitions.reread(laneId);
  }

  private Future<Boolean> storedAlready(Outgoing message) {
    return store.exists(database.pool(), message.laneId(), message.memberId(), message.clientId());
  }

  /**
   * A card or a relay, in the name of a member who may say something in the lane. Called outside of
   * transactions: it ends after a commit of its own.
   *
   * @param key makes a repeated call the same message; a fresh id where null
   * @param relayOf {@code {lane, seq, mode}} of the message passed on, or null
   */
  public Future<Posted> post(
      String laneId, String memberId, String key, JsonObject body, JsonObject relayOf) {
    String clientId = key == null ? Ids.fresh() : key;
    return write(new Outgoing(laneId, memberId, clientId, body, relayOf, null));
  }

  private Future<Posted> write(Outgoing message) {
    return writer.write(message).compose(written -> posted(message, written));
  }

  private Future<Posted> posted(Outgoing message, Written written) {
    return switch (written.outcome()) {
      case STORED, AGAIN ->
          Future.succeededFuture(new Posted(message.laneId(), written.seq(), written.sentAt()));
      case REUSED ->
          Future.failedFuture(
              Refusal.conflict("client-id-reused", TEXTS.get("refused.client-id-reused")));
      case NOT_ENTITLED -> refusals.of(message);
    };
  }

  /**
   * What the caller may read in a lane after a number, each item shaped as a {@code message} frame;
   * 404 for a lane that it may not read.
   */
  public Future<List<JsonObject>> history(
      Caller caller, String roomId, String laneId, long after, int limit) {
    return rooms
        .seatOf(database.pool(), caller, roomId)
        .compose(member -> history(member, laneId, after, limit))
        .recover(Database::refuse);
  }

  private Future<List<JsonObject>> history(Member reader, String laneId, long after, int limit) {
    return grants
        .ofMember(database.pool(), reader.id())
        .map(standing -> lanesOf(standing, laneId))
        .compose(
            lanes ->
                known
                    .read(
                        laneId,
                        () -> store.page(database.pool(), reader.id(), laneId, after, limit))
                    .map(page -> render(page, reader, lanes)));
  }

  private static Set<String> lanesOf(Set<Grant> grants, String laneId) {
    Set<String> lanes = grants.stream().map(Grant::laneId).collect(Collectors.toSet());
    if (!lanes.contains(laneId)) {
      throw SayRefusals.noSuchLane();
    }
    return lanes;
  }

  private static List<JsonObject> render(
      List<StoredMessage> page, Member reader, Set<String> lanes) {
    return page.stream()
        .map(message -> new Rendering(message).jsonFor(reader, lanes::contains))
        .toList();
  }
}
