package org.yilian.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yilian.rooms.TestRoom.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.StageTests;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Line;
import org.yilian.client.Voice;
import org.yilian.db.TestDatabase;

/** What is said aloud in a lane is heard by those who read it, and written down by people. */
class VoicesIT extends StageTests {
  private static final byte[] SOUND = Voice.tone(3_000);

  private Voice a;
  private Voice mediator;
  private Voice lawyer;

  @BeforeEach
  void voices() {
    a = in("A", stage.a);
    mediator = in("A", stage.mediator);
    lawyer = in("A", stage.lawyer);
  }

  private Voice in(String side, Actor actor) {
    return new Voice(actor, "/rooms/" + stage.room + "/lanes/" + stage.lane(side));
  }

  @Test
  void aVoiceIsHeardOnceItIsSaidAndOnlyByReadersOfItsLane() {
    String id = a.record(SOUND);
    mediator.sound(id).expect(404);
    assertArrayEquals(SOUND, a.sound(id).expect(200).bytes());
    try (Line line = Line.open(stage.mediator, stage.room)) {
      a.say(id);
      JsonObject body =
          line.await("message", frame -> "voice".equals(kind(frame))).getJsonObject("body");
      assertEquals(3_000, body.getInteger("millis"));
      assertEquals(id, body.getString("recordingId"));
    }
    assertArrayEquals(SOUND, mediator.sound(id).expect(200).bytes());
    in("A", stage.b).sound(id).expect(404);
    in("B", stage.b).sound(id).expect(404);
    in("B", stage.mediator).sound(id).expect(404);
    in("A", Stage.staff(server, "chen")).sound(id).expect(404);
    in("A", Stage.staff(server, "chen")).transcripts().expect(404);
    assertEquals(0, in("A", stage.b).transcripts().expect(200).items().size());
    in("A", Actor.stranger(server.port())).sound(id).expect(401);
  }

  private static String kind(JsonObject frame) {
    return frame.getJsonObject("body").getString("kind");
  }

  /** What was begun and never said goes after a week; what was said never does. */
  @Test
  void onlyWhatWasNeverSaidIsForgotten() {
    String said = a.record(SOUND);
    a.say(said);
    String unsaid = a.record(SOUND);
    Instant later = Instant.now().plus(Duration.ofDays(1));
    PgConnection connection =
        await(PgConnection.connect(server.vertx(), TestDatabase.asServer(server.database())));
    await(new RecordingStore().deleteForgotten(connection, later).eventually(connection::close));
    assertArrayEquals(SOUND, mediator.sound(said).expect(200).bytes());
    a.progress(unsaid).expect(404);
    a.trySaying(unsaid).expect(400, "invalid-message");
  }

  @Test
  void aStretchIsPlayedWithoutTheRest() {
    String id = a.record(SOUND);
    a.say(id);
    var part = mediator.stretch(id, "bytes=65530-65545").expect(206);
    assertArrayEquals(Arrays.copyOfRange(SOUND, 65_530, 65_546), part.bytes());
    assertEquals(
        "bytes 65530-65545/" + SOUND.length,
        part.response().headers().firstValue("Content-Range").orElseThrow());
    var last = mediator.stretch(id, "bytes=-10").expect(206);
    assertArrayEquals(Arrays.copyOfRange(SOUND, SOUND.length - 10, SOUND.length), last.bytes());
    mediator.stretch(id, "bytes=" + SOUND.length + "-").expect(416);
  }

  @Test
  void afterACutItGoesOnWhereItStood() {
    String id = a.begin(SOUND.length).expect(201).id();
    byte[] first = Arrays.copyOf(SOUND, 40_000);
    a.append(id, first, 0).expect(200);
    // Its answer was lost, and the page sends it again.
    a.append(id, first, 0).expect(409, "offset-mismatch");
    assertEquals(40_000, a.progress(id).expect(200).json().getInteger("received"));
    mediator.progress(id).expect(404);
    mediator.append(id, first, 40_000).expect(404);
    a.finish(id, SOUND).expect(409, "recording-incomplete");
    a.trySaying(id).expect(400, "invalid-message");
    a.append(id, Arrays.copyOfRange(SOUND, 40_000, SOUND.length), 40_000).expect(200);
    a.finish(id, SOUND).expect(200);
    a.finish(id, SOUND).expect(200);
    a.say(id);
    assertArrayEquals(SOUND, mediator.sound(id).expect(200).bytes());
  }

  @Test
  void whatIsNoVoiceIsRefusedAtItsFirstPiece() {
    byte[] noise = new byte[20_000];
    refused("not-audio", "<html>这不是录音</html>".repeat(1_000).getBytes(StandardCharsets.UTF_8));
    refused("audio-format", Voice.wave(44_100, 2, 16, noise, noise.length));
    refused("audio-length", Voice.wave(16_000, 1, 16, noise, 60));
    refused("audio-length", Voice.wave(16_000, 1, 16, noise, Integer.MAX_VALUE));
    refused("audio-too-short", Voice.tone(100));
    a.begin(3_600L * 32_000).expect(413, "recording-too-long");
    mediator.begin(3_600L * 32_000).expect(413, "recording-too-long");
    mediator.begin(300L * 32_000).expect(201);
    String id = a.begin(SOUND.length).expect(201).id();
    a.append(id, new byte[10], 0).expect(400, "piece-too-small");
    a.append(id, new byte[SOUND.length + 1], 0).expect(400, "piece-beyond-end");
  }

  private void refused(String code, byte[] file) {
    String id = a.begin(file.length).expect(201).id();
    a.append(id, file, 0).expect(400, code);
    assertEquals(0, a.progress(id).expect(200).json().getInteger("received"));
  }

  @Test
  void whatWasSpoiltOnTheWayIsSentAnew() {
    String id = a.begin(SOUND.length).expect(201).id();
    byte[] spoilt = SOUND.clone();
    spoilt[50_000]++;
    a.append(id, spoilt, 0).expect(200);
    a.finish(id, SOUND).expect(409, "hash-differs");
    assertEquals(0, a.progress(id).expect(200).json().getInteger("received"));
    a.append(id, SOUND, 0).expect(200);
    a.finish(id, SOUND).expect(200);
  }

  @Test
  void nobodyRecordsWhereHeMayNotSpeakOrSaysTheVoiceOfAnother() {
    in("B", stage.a).begin(SOUND.length).expect(404, "no-such-lane");
    in("A", Stage.staff(server, "chen")).begin(SOUND.length).expect(404);
    String id = a.record(SOUND);
    mediator.trySaying(id).expect(400, "invalid-message");
    in("B", stage.b).trySaying(id).expect(400, "invalid-message");
  }

  @Test
  void aRecallTakesTheSoundAwayToo() {
    String id = a.record(SOUND);
    long seq = a.say(id);
    lawyer.sound(id).expect(200);
    stage
        .a
        .post("/rooms/" + stage.room + "/lanes/" + stage.lane("A") + "/messages/" + seq + "/recall")
        .expect(204);
    lawyer.sound(id).expect(404);
    a.sound(id).expect(404);
    assertEquals(0, lawyer.transcripts().expect(200).items().size());
    mediator.sound(id).expect(200);
  }

  @Test
  void whoLeftHearsNothing() {
    String id = a.record(SOUND);
    a.say(id);
    lawyer.sound(id).expect(200);
    String lawyersSeat = stage.member(stage.person("li"));
    stage.sql("delete from grants where member_id = $1", lawyersSeat);
    stage.sql("update members set ended_at = now() where id = $1", lawyersSeat);
    lawyer.sound(id).expect(404);
    lawyer.begin(SOUND.length).expect(404);
  }

  @Test
  void nothingOfItLiesOpenInTheDatabase() {
    a.record(SOUND);
    String inside = HexFormat.of().formatHex(SOUND, 2_000, 2_032);
    long open =
        server.count(
            "select count(*) from recording_pieces where position('\\x"
                + inside
                + "'::bytea in sealed) > 0");
    assertEquals(0, open);
  }

  @Test
  void withoutAMachineItIsTypedByHand() {
    String id = a.record(SOUND);
    a.say(id);
    JsonObject waiting = mediator.transcript();
    assertEquals("WAITING", waiting.getString("status"));
    lawyer.check(id, 0, lines(JsonObject.of("text", "不该由我来写"))).expect(404);
    in("A", stage.b).check(id, 0, lines(JsonObject.of("text", "不该由我来写"))).expect(404);
    mediator.check(id, 0, new JsonObject()).expect(400);
    try (Line line = Line.open(stage.a, stage.room)) {
      mediator.check(id, 0, lines(JsonObject.of("text", "楼上漏水三个月了"))).expect(200);
      line.await("transcribed", frame -> id.equals(frame.getString("recordingId")));
    }
    JsonObject written = a.transcript();
    assertEquals("WRITTEN", written.getString("status"));
    JsonObject first = written.getJsonArray("lines").getJsonObject(0);
    assertEquals("HUMAN", first.getString("source"));
    assertEquals("王调解（演示）", first.getString("checkedBy"));
    JsonObject better = JsonObject.of("n", 1, "text", "楼上漏水三个多月了");
    a.check(id, 0, lines(better)).expect(412, "stale");
    a.check(id, 1, lines(better)).expect(200);
    a.check(id, 2, lines(JsonObject.of("n", 9, "text", "没有这一行"))).expect(400);
    long kept =
        server.count(
            "select count(*) from facts where kind = 'transcript-checked' and scope = 'lane:"
                + stage.lane("A")
                + "' and data::text like '%楼上漏水三个月了%楼上漏水三个多月了%'");
    assertEquals(1, kept);
  }

  @Test
  void aVoiceIsPassedOnOnceItsWordsAreChecked() {
    String id = a.record(SOUND);
    long seq = a.say(id);
    String words = "我愿意先付一半";
    JsonObject relay =
        new JsonObject()
            .put("fromLane", stage.lane("A"))
            .put("seq", seq)
            .put("toLane", stage.lane("B"))
            .put("text", words)
            .put("mode", "VERBATIM")
            .put("clientId", UUID.randomUUID().toString());
    stage
        .a
        .post(
            "/rooms/" + stage.room + "/messages/" + stage.lane("A") + "/" + seq + "/relay-consent",
            JsonObject.of("allow", "VERBATIM"))
        .ok();
    stage.mediator.post("/rooms/" + stage.room + "/relays", relay).expect(400);
    a.check(id, 0, lines(JsonObject.of("text", words))).expect(200);
    stage.mediator.post("/rooms/" + stage.room + "/relays", relay).expect(201);
    String heard =
        stage.b.get("/rooms/" + stage.room + "/lanes/" + stage.lane("B") + "/messages").text();
    assertTrue(heard.contains(words) && !heard.contains(id), heard);
  }

  @Test
  void staffWhoRepeatWhatWasSaidAloudAreAskedToLookAgain() {
    String words = "我最多只能拿出八万三千块钱来";
    String id = a.record(SOUND);
    a.say(id);
    String said = "/rooms/" + stage.room + "/lanes/" + stage.lane("B") + "/messages";
    say(stage.mediator, said, "先探一探口风，" + "别的以后再说").expect(201);
    a.check(id, 0, lines(JsonObject.of("text", words))).expect(200);
    say(stage.mediator, said, "对方说" + words).expect(409, "held");
  }

  private static Answer say(Actor who, String path, String text) {
    JsonObject body = JsonObject.of("kind", "text", "text", text);
    return who.post(path, JsonObject.of("clientId", UUID.randomUUID().toString(), "body", body));
  }

  private static JsonObject lines(JsonObject... lines) {
    return JsonObject.of("lines", new JsonArray(Arrays.asList(lines)));
  }
}
