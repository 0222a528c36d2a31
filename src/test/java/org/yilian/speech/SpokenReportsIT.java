package org.yilian.speech;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Outbox;
import org.yilian.client.Voice;
import org.yilian.kernel.Hash;

/** What residents say aloud of what they report. */
class SpokenReportsIT {
  private static final byte[] SOUND = Voice.tone(1_200);

  private static TestServer server;
  private static Actor stranger;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    stranger = Actor.stranger(server.port());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer begin(String key, long size) {
    return stranger.post("/spoken-reports/" + key, JsonObject.of("size", size));
  }

  private static String recorded(String key) {
    String id = begin(key, SOUND.length).expect(201).id();
    String one = "/spoken-reports/" + key + "/" + id;
    stranger.patch(one, SOUND, 0).expect(200);
    JsonObject hash = JsonObject.of("sha256", Hash.of(SOUND).value());
    stranger.post(one + "/finish", hash).expect(200);
    return id;
  }

  private static Answer report(String phone, String key, String... recordingIds) {
    stranger.post("/reports/code", JsonObject.of("phone", phone)).expect(204);
    JsonObject report =
        new JsonObject()
            .put("name", "蒋居民演示")
            .put("phone", phone)
            .put("code", Outbox.code(server.port(), phone))
            .put("other", "楼上302住户")
            .put("cause", "漏水说给你们听")
            .put("areaCode", "990001001001")
            .put("key", key)
            .put("recordingIds", new JsonArray(java.util.List.of(recordingIds)));
    return stranger.post("/reports", report);
  }

  @Test
  void aRecordingIsItsBrowsersAloneAndThenPartOfTheReport() {
    String key = UUID.randomUUID().toString();
    String other = UUID.randomUUID().toString();
    String id = recorded(key);
    stranger.get("/spoken-reports/" + key + "/" + id).expect(200);
    stranger.get("/spoken-reports/" + other + "/" + id).expect(404);
    stranger.patch("/spoken-reports/" + other + "/" + id, SOUND, 0).expect(404);
    Actor street = Stage.staff(server, "zheng");
    street.get("/recordings/" + id + "/sound").expect(404);
    report("19900006651", other, id).expect(400, "invalid-fields");
    report("19900006651", key, id).expect(201);
    String dispute = line(street).getString("id");
    JsonArray notes = street.get("/disputes/" + dispute + "/recordings").expect(200).items();
    assertEquals(1, notes.size());
    assertEquals("WAITING", notes.getJsonObject(0).getJsonObject("transcript").getString("status"));
    assertArrayEquals(SOUND, street.get("/recordings/" + id + "/sound").expect(200).bytes());
    Stage.staff(server, "kong").get("/recordings/" + id + "/sound").expect(404);
    stranger.get("/spoken-reports/" + key + "/" + id).expect(404);
    stranger.get("/recordings/" + id + "/sound").expect(401);
  }

  private static JsonObject line(Actor street) {
    return (JsonObject) street.get("/disputes?q=6651").expect(200).items().getValue(0);
  }

  @Test
  void whatIsTooLongTooOftenOrNoVoiceIsRefused() {
    String key = UUID.randomUUID().toString();
    begin("short", 20_000).expect(404);
    begin(key, 300L * 32_000).expect(413, "recording-too-long");
    String id = begin(key, 20_000).expect(201).id();
    String one = "/spoken-reports/" + key + "/" + id;
    stranger.patch(one, new byte[20_000], 0).expect(400, "not-audio");
    Answer last = begin(key, 20_000);
    for (int i = 0; i < 25 && last.status() == 201; i++) {
      last = begin(key, 20_000);
    }
    last.expect(429, "too-many-tries");
  }
}
