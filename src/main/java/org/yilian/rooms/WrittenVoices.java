package org.yilian.rooms;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yilian.audit.Scopes;
import org.yilian.db.Database;
import org.yilian.identity.Caller;
import org.yilian.kernel.Form;
import org.yilian.kernel.Refusal;
import org.yilian.speech.LineEdit;
import org.yilian.speech.Recording;
import org.yilian.speech.Recordings;
import org.yilian.speech.Transcript;
import org.yilian.speech.TranscriptLine;
import org.yilian.speech.Transcripts;

/**
 * What was said aloud in a lane, in writing: read by whoever hears it, checked by whoever said it
 * and by those who keep the record.
 */
public final class WrittenVoices {
  private static final Logger LOG = LoggerFactory.getLogger(WrittenVoices.class);
  private static final Set<MemberRole> KEEP_THE_RECORD =
      Set.of(MemberRole.MEDIATOR, MemberRole.RECORDER);

  private final RoomStore rooms = new RoomStore();
  private final VoiceStore store = new VoiceStore();
  private final Database database;
  private final Recordings recordings;
  private final Transcripts transcripts;
  private final RoomSignals signals;
  private final Runnable waiting;

  /**
   * @param waiting called when something new waits to be written down
   */
  public WrittenVoices(
      Database database,
      Recordings recordings,
      Transcripts transcripts,
      RoomSignals signals,
      Runnable waiting) {
    this.database = database;
    this.recordings = recordings;
    this.transcripts = transcripts;
    this.signals = signals;
    this.waiting = waiting;
  }

  /** Each voice after a number that the caller hears, with what is written of it: 404 as ever. */
  public Future<List<JsonObject>> list(
      Caller caller, String roomId, String laneId, long after, int limit) {
    return database.withConnection(
        client ->
            rooms
                .seatOf(client, caller, roomId)
                .compose(member -> store.audible(client, member, laneId, null, after, limit))
                .compose(voices -> written(client, voices)));
  }

  private Future<List<JsonObject>> written(SqlClient client, List<VoiceStore.Voice> voices) {
    return transcripts
        .of(client, voices.stream().map(VoiceStore.Voice::recordingId).toList())
        .map(written -> voices.stream().map(voice -> view(voice, written)).toList());
  }

  private static JsonObject view(VoiceStore.Voice voice, Map<String, Transcript> written) {
    return written.get(voice.recordingId()).toJson().put("seq", voice.seq());
  }

  /**
   * Takes the word of whoever has listened; see {@link Transcripts#check}. 404 for everybody who
   * neither said it nor keeps the record.
   *
   * @param form {@code {lines: [{n?, text}]}}
   */
  public Future<JsonObject> check(
      Caller caller, String roomId, String laneId, String recordingId, long version, Form form) {
    List<LineEdit> edits = LineEdit.listOf(form);
    return database
        .inTransaction(
            client ->
                answerable(client, caller, roomId, laneId, recordingId)
                    .compose(
                        member ->
                            recordings
                                .find(client, recordingId)
                                .compose(
                                    found ->
                                        transcripts.check(
                                            client,
                                            found.orElseThrow(Refusal::notFound),
                                            version,
                                            edits,
                                            new TranscriptLine.Checker(
                                                member.id(), member.name())))))
        .onSuccess(done -> signals.transcribed(roomId, laneId, recordingId))
        .map(Transcript::toJson);
  }

  /** Asks the machine anew for what still waits. */
  public Future<Void> askAgain(Caller caller, String roomId, String laneId, String recordingId) {
    return database
        .inTransaction(
            client ->
                answerable(client, caller, roomId, laneId, recordingId)
                    .compose(member -> transcripts.askAgain(client, recordingId)))
        .onSuccess(done -> waiting.run());
  }

  private Future<Member> answerable(
      SqlClient client, Caller caller, String roomId, String laneId, String recordingId) {
    return rooms
        .seatOf(client, caller, roomId)
        .compose(
            member ->
                store
                    .audible(client, member, laneId, recordingId, 0, 1)
                    .map(
                        heard ->
                            heard.stream()
                                .filter(
                                    voice ->
                                        voice.memberId().equals(member.id())
                                            || KEEP_THE_RECORD.contains(member.role()))
                                .map(voice -> member)
                                .findFirst()
                                .orElseThrow(Refusal::notFound)));
  }

  /** A machine has written something down. */
  public void writtenDown(Recording recording) {
    String attached = recording.attachedTo() == null ? "" : recording.attachedTo();
    String lanes = Scopes.lane("");
    if (attached.startsWith(lanes)) {
      String laneId = attached.substring(lanes.length());
      store
          .roomOf(database.pool(), laneId)
          .onSuccess(room -> room.ifPresent(id -> signals.transcribed(id, laneId, recording.id())))
          .onFailure(failure -> LOG.warn("a transcript was not told", failure));
    }
  }
}
