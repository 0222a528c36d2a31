package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilian.speech.Transcript;
import org.yilian.speech.Transcripts;

/** What people said last in a lane, in words, as far as one of its readers may know it. */
final class LaneWords {
  private static final int MESSAGES = 200;
  private static final int CHARACTERS = 6_000;

  private final RoomStore rooms = new RoomStore();
  private final MessageStore read = new MessageStore();
  private final Transcripts transcripts;

  LaneWords(Transcripts transcripts) {
    this.transcripts = transcripts;
  }

  /** One message in words. */
  record Line(long seq, Member author, String text) {
    JsonObject toJson() {
      return JsonObject.of("seq", seq, "author", author.name(), "text", text);
    }
  }

  /** The latest of them, oldest first, without what was taken back; 404 without the right. */
  Future<List<Line>> latest(SqlClient client, Member reader, String laneId) {
    return read.standing(client, reader.id(), laneId)
        .map(standing -> standing.filter(SayRefusals.Standing::reads))
        .map(standing -> standing.orElseThrow(SayRefusals::noSuchLane))
        .compose(reads -> rooms.lanes(client, reader.roomId()))
        .compose(lanes -> page(client, reader, laneId, lanes))
        .compose(messages -> inWords(client, messages));
  }

  private Future<List<StoredMessage>> page(
      SqlClient client, Member reader, String laneId, List<Lane> lanes) {
    long last =
        lanes.stream()
            .filter(lane -> lane.id().equals(laneId))
            .mapToLong(Lane::lastSeq)
            .findFirst()
            .orElse(0);
    return read.page(client, reader.id(), laneId, Math.max(0, last - MESSAGES), MESSAGES)
        .map(page -> page.stream().filter(one -> !one.bySystem() && !one.recalled()).toList());
  }

  private Future<List<Line>> inWords(SqlClient client, List<StoredMessage> messages) {
    List<String> aloud =
        messages.stream()
            .map(message -> message.body().getString("recordingId"))
            .filter(id -> id != null)
            .toList();
    return transcripts.of(client, aloud).map(written -> latest(messages, written));
  }

  private static List<Line> latest(List<StoredMessage> messages, Map<String, Transcript> written) {
    Deque<Line> lines = new ArrayDeque<>();
    int characters = 0;
    for (int i = messages.size() - 1; i >= 0; i--) {
      StoredMessage message = messages.get(i);
      Optional<String> text = words(message.body(), written);
      characters += text.map(String::length).orElse(0);
      if (characters > CHARACTERS) {
        break;
      }
      text.ifPresent(said -> lines.addFirst(new Line(message.seq(), message.author(), said)));
    }
    return List.copyOf(lines);
  }

  private static Optional<String> words(JsonObject body, Map<String, Transcript> written) {
    return switch (body.getString("kind", "")) {
      case "text" -> Optional.ofNullable(body.getString("text"));
      case "voice" ->
          Optional.ofNullable(written.get(body.getString("recordingId")))
              .flatMap(Transcript::checkedText);
      default -> Optional.empty();
    };
  }
}
