package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;
import org.yilian.speech.Transcript;
import org.yilian.speech.Transcripts;

/** What a mediator may think of passing on: messages that he reads, and what they say in words. */
final class RelaySources {
  private final RoomStore rooms = new RoomStore();
  private final MessageStore read = new MessageStore();
  private final Transcripts transcripts;

  RelaySources(Transcripts transcripts) {
    this.transcripts = transcripts;
  }

  /** The caller's seat as a mediator of the room, else 404. */
  Future<Member> mediator(SqlClient client, Caller caller, String roomId) {
    return rooms
        .seatOf(client, caller, roomId)
        .map(
            seat -> {
              if (seat.role() != MemberRole.MEDIATOR) {
                throw Refusal.notFound();
              }
              return seat;
            });
  }

  /**
   * The message as the mediator may read it; 404 for what is not there for him, or not any more.
   */
  Future<StoredMessage> message(SqlClient client, Member reader, String laneId, long seq) {
    return read.page(client, reader.id(), laneId, seq - 1, 1)
        .map(
            page ->
                page.stream()
                    .filter(m -> m.seq() == seq && !m.bySystem() && !m.recalled())
                    .findFirst()
                    .orElseThrow(Refusal::notFound));
  }

  /** What was said in words: aloud, only as far as somebody has checked it (ADR 082). */
  Future<Optional<String>> words(SqlClient client, JsonObject body) {
    String recordingId = body.getString("recordingId");
    if (recordingId == null) {
      return Future.succeededFuture(Optional.ofNullable(body.getString("text")));
    }
    return transcripts
        .of(client, List.of(recordingId))
        .map(found -> Optional.ofNullable(found.get(recordingId)).flatMap(Transcript::checkedText));
  }

  /** Why a message has no words that could be passed on. */
  static String whyWordless(JsonObject body) {
    return "voice".equals(body.getString("kind")) ? "relay-voice-unchecked" : "relay-text-only";
  }
}
