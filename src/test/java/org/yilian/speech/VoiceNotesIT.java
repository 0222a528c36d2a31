package org.yilian.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Voice;

/** A note that somebody records for a report. */
class VoiceNotesIT {
  private static final byte[] SOUND = Voice.tone(2_500);

  private final TestServer server = TestServer.shared();
  private final Actor grid = Stage.staff(server, "wu");
  private final Actor other = Stage.staff(server, "kong");
  private final Voice notes = new Voice(grid, "");
  private final Voice others = new Voice(other, "");

  @Test
  void aNoteIsItsMakersAloneUntilItIsHandedIn() {
    String id = notes.begin(SOUND.length).expect(201).id();
    byte[] first = Arrays.copyOf(SOUND, 30_000);
    notes.append(id, first, 0).expect(200);
    notes.append(id, first, 0).expect(409, "offset-mismatch");
    others.progress(id).expect(404);
    others.append(id, first, 30_000).expect(404);
    notes.append(id, Arrays.copyOfRange(SOUND, 30_000, SOUND.length), 30_000).expect(200);
    report(id).expect(400, "invalid-fields");
    notes.finish(id, SOUND).expect(200);
    assertArrayEquals(SOUND, notes.sound(id).expect(200).bytes());
    others.sound(id).expect(404);
    other.get("/recordings/" + id + "/transcript").expect(404);
    assertEquals("WAITING", words(id).getString("status"));
    JsonObject lines = JsonObject.of("lines", JsonArray.of(JsonObject.of("text", "欠了三个月")));
    others.check(id, 0, lines).expect(404);
    notes.check(id, 0, lines).expect(200);

    assertEquals(400, other.post("/disputes", wages(id).put("key", "k2")).status());
    String dispute = report(id).expect(201).id();
    JsonArray there = grid.get("/disputes/" + dispute + "/recordings").expect(200).items();
    assertEquals(2_500, there.getJsonObject(0).getInteger("millis"));
    Actor street = Stage.staff(server, "zheng");
    assertArrayEquals(SOUND, new Voice(street, "").sound(id).expect(200).bytes());
    others.sound(id).expect(404);
    other.get("/disputes/" + dispute + "/recordings").expect(404);
    report(id).expect(400, "invalid-fields");
    JsonObject threat = JsonObject.of("lines", JsonArray.of(JsonObject.of("text", "他说要持刀来讨")));
    notes.check(id, words(id).getInteger("version"), threat).expect(200);
    JsonObject told = grid.get("/disputes/" + dispute).expect(200).json();
    assertEquals("凶器（持刀）", told.getString("alarm"));
  }

  /** What was checked before the report is as much a part of it as what is typed. */
  @Test
  void aThreatInACheckedNoteIsHeardWithTheReport() {
    String id = notes.begin(SOUND.length).expect(201).id();
    notes.append(id, SOUND, 0).expect(200);
    notes.finish(id, SOUND).expect(200);
    JsonObject threat = JsonObject.of("lines", JsonArray.of(JsonObject.of("text", "他拎着菜刀来讨")));
    notes.check(id, 0, threat).expect(200);
    String dispute = report(id).expect(201).id();
    JsonObject told = grid.get("/disputes/" + dispute).expect(200).json();
    assertEquals("凶器（菜刀）", told.getString("alarm"));
  }

  private JsonObject words(String id) {
    return grid.get("/recordings/" + id + "/transcript").expect(200).json();
  }

  @Test
  void aNoteThatIsTooLongOrNoVoiceIsRefused() {
    notes.begin(300L * 32_000).expect(413, "recording-too-long");
    String id = notes.begin(20_000).expect(201).id();
    notes.append(id, new byte[20_000], 0).expect(400, "not-audio");
  }

  @Test
  void theOldestOfManyThatWereBegunMakesRoom() {
    String first = notes.begin(SOUND.length).expect(201).id();
    for (int i = 0; i < 8; i++) {
      notes.begin(SOUND.length).expect(201);
    }
    notes.progress(first).expect(404);
  }

  private Answer report(String recordingId) {
    return grid.post("/disputes", wages(recordingId));
  }

  private static JsonObject wages(String recordingId) {
    return new JsonObject()
        .put("type", "MIGRANT_WAGE")
        .put("cause", "工地拖欠工资")
        .put("source", "INITIATIVE")
        .put("handling", "SELF")
        .put("recordingIds", JsonArray.of(recordingId))
        .put("parties", JsonArray.of(JsonObject.of("side", "A", "description", "几名工人")));
  }
}
