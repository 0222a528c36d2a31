package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yilian.db.Database;
import org.yilian.disputes.Ledger;
import org.yilian.identity.Caller;
import org.yilian.kernel.Refusal;
import org.yilian.kernel.Texts;
import org.yilian.language.Mask;
import org.yilian.language.Suggestions;
import org.yilian.speech.Transcripts;

/**
 * The main points of one lane for staff who read it, made of that lane alone and kept nowhere: it
 * is made anew for whoever asks, and told only if he reads the lane still when it is there.
 */
public final class LaneSummaries {
  private static final Texts TEXTS = Texts.of("suggestions");
  private static final int LONGEST = 1_600;

  private final RoomStore rooms = new RoomStore();
  private final Database database;
  private final LaneWords words;
  private final KnownPeople people;
  private final Suggestions suggestions;

  public LaneSummaries(
      Database database, Transcripts transcripts, Ledger ledger, Suggestions suggestions) {
    this.database = database;
    this.words = new LaneWords(transcripts);
    this.people = new KnownPeople(ledger);
    this.suggestions = suggestions;
  }

  /** What was read of a lane, before the model is asked. */
  private record Talk(List<LaneWords.Line> lines, List<String> names) {}

  /**
   * {@code {label, points: [{text, from: [{seq, author, text}]}]}}, or {@code none} in words in
   * place of the points; 404 for parties and for staff who do not read the lane.
   */
  public Future<JsonObject> of(Caller caller, String roomId, String laneId) {
    return database
        .withConnection(client -> talk(client, caller, roomId, laneId))
        .compose(talk -> points(caller, talk))
        .compose(
            points ->
                database
                    .withConnection(client -> lines(client, caller, roomId, laneId))
                    .map(now -> view(points, now)));
  }

  private Future<Talk> talk(SqlClient client, Caller caller, String roomId, String laneId) {
    return lines(client, caller, roomId, laneId)
        .compose(lines -> people.names(client, roomId).map(names -> new Talk(lines, names)));
  }

  private Future<List<LaneWords.Line>> lines(
      SqlClient client, Caller caller, String roomId, String laneId) {
    return rooms
        .seatOf(client, caller, roomId)
        .compose(
            seat ->
                seat.isStaff()
                    ? words.latest(client, seat, laneId)
                    : Future.failedFuture(Refusal.notFound()));
  }

  private Future<List<SummaryPoint>> points(Caller caller, Talk talk) {
    if (talk.lines().isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    Mask mask = new Mask(talk.names());
    String input =
        talk.lines().stream().map(line -> mask.hide(told(line))).collect(Collectors.joining("\n"));
    return suggestions
        .write(caller.staff(), TEXTS.get("summary.instructions"), input, LONGEST)
        .map(text -> text.map(found -> accepted(found, mask, talk)).orElse(List.of()));
  }

  /** Sides by their letters and staff by what they are: who it was is not for the model. */
  private static String told(LaneWords.Line line) {
    Member author = line.author();
    String who =
        author.isStaff()
            ? TEXTS.get("summary." + author.role())
            : TEXTS.get("summary.side", author.side());
    return TEXTS.get("summary.line", String.valueOf(line.seq()), who, line.text());
  }

  private static List<SummaryPoint> accepted(String text, Mask mask, Talk talk) {
    return text.lines()
        .map(mask::show)
        .flatMap(Optional::stream)
        .map(line -> SummaryPoint.of(line, talk.lines(), talk.names()))
        .flatMap(Optional::stream)
        .limit(SummaryPoint.MOST)
        .toList();
  }

  /** What was taken back or changed meanwhile takes its points with it. */
  private static JsonObject view(List<SummaryPoint> points, List<LaneWords.Line> now) {
    List<JsonObject> standing =
        points.stream()
            .filter(point -> now.containsAll(point.from()))
            .map(SummaryPoint::toJson)
            .toList();
    return standing.isEmpty()
        ? Suggestions.none()
        : Suggestions.labelled().put("points", new JsonArray(standing));
  }
}
