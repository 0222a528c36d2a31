package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Scene;

/** Where every member of staff must have a second factor. */
class SecondFactorNeededIT extends SecondFactorTests {
  private static final Map<String, String> STRICT =
      Map.of(
          "DEMO", "false",
          "PUBLIC_URL", "http://localhost",
          "SMS_URL", "http://127.0.0.1:9/",
          "SECOND_FACTOR", "required");

  private static TestServer strict;

  private final Colleague she = mediator();

  @BeforeAll
  static void start() {
    strict = SERVER.beside(STRICT, CLOCK);
  }

  @AfterAll
  static void stop() {
    strict.close();
  }

  /**
   * Neither by the token, nor by the cookie's next one, nor in a room of hers, nor by an upload.
   */
  @Test
  void withoutOneNothingOpensButEnrolling() {
    Scene scene = Scene.leak(port()).room();
    scene
        .mediator
        .post(scene.room("/members"), JsonObject.of("personId", she.id, "role", "MEDIATOR"))
        .expect(201);
    Answer started = she.tries(strict.port(), Colleague.PASSWORD, null).expect(201);
    Actor session = Actor.entered(strict.port(), started.json());
    assertTrue(session.session().getJsonObject("secondFactor").getBoolean("needed"));
    isShutOut(session, scene);
    Answer refreshed = Cookies.refreshed(strict.port(), started).expect(200);
    isShutOut(Actor.entered(strict.port(), refreshed.json()), scene);

    assertTrue(SecondFactorIT.own(session).getBoolean("needed"));
    she.begins(session);
    isShutOut(session, scene);
    she.enrols(session);
    assertTrue(isIn(session));
    session.get(scene.room("")).expect(200);
    session.post("/socket-tickets", JsonObject.of("roomId", scene.roomId)).expect(201);
    scene.close();
  }

  private static void isShutOut(Actor session, Scene scene) {
    session.get("/me").expect(403, "second-factor-needed");
    session.get(scene.room("")).expect(403, "second-factor-needed");
    session.get("/second-factors").expect(403, "second-factor-needed");
    session
        .post("/socket-tickets", JsonObject.of("roomId", scene.roomId))
        .expect(403, "second-factor-needed");
    session.get("/agreement-exports/x/file").expect(403, "second-factor-needed");
    session
        .upload("/collection-imports", "x.jsonl", "text/plain", new byte[] {'x'})
        .expect(403, "second-factor-needed");
  }

  /** The setting holds for sessions that are older than it, and lets parties through as ever. */
  @Test
  void itHoldsForSessionsOfBeforeAndNotForParties() {
    Actor before = she.signsIn(port());
    assertTrue(isIn(before));
    before.at(strict.port()).get("/me").expect(403, "second-factor-needed");
    Scene scene = Scene.leak(port()).room().enter();
    assertTrue(isIn(scene.parties.get("A").at(strict.port())));
    scene.close();
  }

  @Test
  void whoTurnsItOffIsOut() {
    Actor session = she.signsIn(strict.port());
    she.enrols(session);
    CLOCK.pass(STEP);
    session.post("/me/second-factor/removal", JsonObject.of("code", she.code(0))).expect(204);
    session.get("/me/second-factor").expect(401, "session-ended");
    she.signsIn(strict.port()).get("/me").expect(403, "second-factor-needed");
  }

  @Test
  void signingOutNeedsNone() {
    Actor session = she.signsIn(strict.port());
    session.delete("/sessions/current").expect(204);
    session.get("/me/second-factor").expect(401, "session-ended");
  }

  /** The made-up cast has no phones. */
  @Test
  void aDemoCannotRequireOne() {
    Config.Faulty faulty =
        assertThrows(
            Config.Faulty.class,
            () -> Config.from(Map.of("YILIAN_DEMO", "true", "YILIAN_SECOND_FACTOR", "required")));
    assertEquals(
        "YILIAN_SECOND_FACTOR cannot be required in demo mode: its cast signs in by password",
        faulty.getMessage());
    assertThrows(
        Config.Faulty.class, () -> Config.from(Map.of("YILIAN_SECOND_FACTOR", "sometimes")));
  }
}
