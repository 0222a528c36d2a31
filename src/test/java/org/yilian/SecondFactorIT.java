package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Line;
import org.yilian.client.Scene;
import org.yilian.identity.Role;
import org.yilian.rooms.SocketCodes;

/** Signing in with password and code. */
class SecondFactorIT extends SecondFactorTests {
  private final Colleague she = mediator();

  @Test
  void whoHasAFactorIsAskedForACodeAndGetsNothingWithoutIt() {
    she.enrols(she.signsIn(port()));
    Answer asked = she.tries(port(), Colleague.PASSWORD, null).expect(400, "code-required");
    assertEquals(List.of("code"), asked.fields());
    assertTrue(asked.response().headers().firstValue("Set-Cookie").isEmpty());
    assertFalse(asked.json().containsKey("accessToken"));

    CLOCK.pass(STEP);
    she.tries(port(), Colleague.PASSWORD, she.wrongCode()).expect(400, "code-wrong");
    Actor in = she.signsIn(port(), she.code(0));
    assertEquals(true, in.session().getJsonObject("secondFactor").getBoolean("on"));
    assertTrue(isIn(in));
  }

  @Test
  void aWrongPasswordTellsNothingOfAFactor() {
    she.enrols(she.signsIn(port()));
    CLOCK.pass(STEP);
    Colleague without = mediator();
    String wrong = without.tries(port(), "wrong", null).expect(401, "sign-in-failed").text();
    assertEquals(wrong, she.tries(port(), "wrong", null).expect(401).text());
    assertEquals(wrong, she.tries(port(), "wrong", she.wrongCode()).expect(401).text());
    assertEquals(wrong, she.tries(port(), "wrong", she.code(0)).expect(401).text());
    she.signsIn(port(), she.code(0));
  }

  @Test
  void aCodeCountsOnceAndNoneBeforeItEither() {
    Actor first = she.signsIn(port());
    she.begins(first);
    CLOCK.pass(STEP);
    String before = she.code(-1);
    String confirming = she.code(0);
    Colleague.confirms(first, confirming).expect(200);
    she.tries(port(), Colleague.PASSWORD, confirming).expect(400, "code-wrong");
    she.tries(port(), Colleague.PASSWORD, before).expect(400, "code-wrong");

    String ahead = she.code(1);
    she.signsIn(port(), ahead);
    CLOCK.pass(STEP);
    she.tries(port(), Colleague.PASSWORD, ahead).expect(400, "code-wrong");
  }

  /** Whoever looked over a shoulder is as quick as its owner. */
  @Test
  void ofThoseWhoShowOneCodeAtOnceOneIsIn() {
    List<String> recovery = she.enrols(she.signsIn(port()));
    for (String code : List.of(she.code(1), recovery.get(0))) {
      List<Integer> statuses =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> status(code)))
              .limit(4)
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .sorted()
              .toList();
      assertEquals(List.of(201, 400, 400, 400), statuses);
    }
  }

  private int status(String code) {
    return she.tries(port(), Colleague.PASSWORD, code).status();
  }

  @Test
  void oneStepOfDriftIsTakenAndTwoAreNot() {
    she.enrols(she.signsIn(port()));
    CLOCK.pass(STEP.multipliedBy(10));
    she.tries(port(), Colleague.PASSWORD, she.code(-2)).expect(400, "code-wrong");
    she.tries(port(), Colleague.PASSWORD, she.code(2)).expect(400, "code-wrong");
    she.signsIn(port(), she.code(-1));
    she.signsIn(port(), she.code(1));
  }

  @Test
  void whatIsNotConfirmedAsksForNothing() {
    Actor session = she.signsIn(port());
    Colleague.confirms(session, "123456").expect(409, "factor-not-begun");
    she.begins(session);
    Colleague.confirms(session, she.wrongCode()).expect(400, "code-wrong");
    assertEquals(false, own(session).getBoolean("on"));
    she.signsIn(port());

    she.begins(session);
    Colleague.confirms(session, she.code(0)).expect(200);
    session.post("/me/second-factor", JsonObject.of("kind", "TOTP")).expect(409, "factor-on");
  }

  @Test
  void aRecoveryCodeCountsOnce() {
    Actor session = she.signsIn(port());
    List<String> codes = she.enrols(session);
    assertEquals(8, codes.size());
    Actor back = she.signsIn(port(), codes.get(3).toUpperCase());
    assertEquals(7, own(back).getInteger("recoveryCodes"));
    she.tries(port(), Colleague.PASSWORD, codes.get(3)).expect(400, "code-wrong");
    Colleague another = mediator();
    another.enrols(another.signsIn(port()));
    another.tries(port(), Colleague.PASSWORD, codes.get(4)).expect(400, "code-wrong");
    she.signsIn(port(), codes.get(4));
  }

  @Test
  void theDatabaseHoldsNeitherSecretNorRecoveryCode() {
    List<String> codes = she.enrols(she.signsIn(port()));
    String hex = HexFormat.of().formatHex(she.secret());
    assertEquals(
        0,
        SERVER.count(
            "select count(*) from second_factors where person_id = '%s' and position('%s' in encode(secret, 'hex')) > 0"
                .formatted(she.id, hex)));
    assertEquals(
        0,
        SERVER.count(
            "select count(*) from recovery_codes where person_id = '%s' and code_hash in ('%s', encode(sha256('%s'), 'hex'))"
                .formatted(she.id, codes.get(0), codes.get(0))));
  }

  /** Neither a token, nor a cookie, nor a socket goes on that never showed a code. */
  @Test
  void whoeverWasInByThePasswordAloneIsOutOnceItIsOn() {
    Scene scene = Scene.leak(port()).room();
    scene
        .mediator
        .post(scene.room("/members"), JsonObject.of("personId", she.id, "role", "MEDIATOR"))
        .expect(201);
    Answer elsewhere = she.tries(port(), Colleague.PASSWORD, null).expect(201);
    Actor intruder = Actor.entered(port(), elsewhere.json());
    Line line = scene.line(intruder);
    Line others = scene.line(scene.mediator);

    Actor own = she.signsIn(port());
    she.enrols(own);
    assertEquals(SocketCodes.BAD_TICKET, line.awaitClose());
    intruder.get("/me").expect(401, "session-ended");
    Cookies.refreshed(port(), elsewhere).expect(401, "session-ended");
    assertTrue(isIn(own));
    others.say(scene.lane(scene.mediator, "STAFF", null), "仍在");
    scene.close();
  }

  @Test
  void itIsTurnedOffWithACodeAlone() {
    Actor session = she.signsIn(port());
    List<String> codes = she.enrols(session);
    CLOCK.pass(STEP);
    session.post("/me/second-factor/removal", new JsonObject()).expect(400, "invalid-fields");
    removes(session, she.wrongCode()).expect(400, "code-wrong");
    she.tries(port(), Colleague.PASSWORD, null).expect(400, "code-required");
    removes(session, she.code(0)).expect(204);
    removes(session, codes.get(0)).expect(409, "factor-off");
    assertTrue(isIn(she.signsIn(port())));
  }

  @Test
  void wrongCodesAndWrongPasswordsAreCountedTogether() {
    Actor session = she.signsIn(port());
    List<String> codes = she.enrols(session);
    CLOCK.pass(STEP);
    for (int n = 0; n < 5; n++) {
      she.tries(port(), "wrong", null).expect(401);
      she.tries(port(), Colleague.PASSWORD, null).expect(400, "code-required");
    }
    for (int n = 0; n < 4; n++) {
      she.tries(port(), Colleague.PASSWORD, she.wrongCode()).expect(400, "code-wrong");
    }
    removes(session, "aaaaaaaaaa").expect(400, "code-wrong");
    she.tries(port(), Colleague.PASSWORD, she.code(0)).expect(429, "too-many-tries");
    she.tries(port(), Colleague.PASSWORD, codes.get(0)).expect(429, "too-many-tries");
    removes(session, she.code(0)).expect(429, "too-many-tries");
    later();
    she.signsIn(port(), she.code(0));
  }

  @Test
  void codesComeByTextMessageToThePhoneOnRecord() {
    String phone = "13911110771";
    Colleague he = hire(Role.NEUTRAL_LAWYER, "demo-law-firm", phone);
    Actor session = he.signsIn(port());
    Answer begun = session.post("/me/second-factor", JsonObject.of("kind", "SMS")).expect(201);
    assertEquals("*******0771", begun.json().getString("maskedPhone"));
    List<String> codes =
        Colleague.recoveryCodes(Colleague.confirms(session, sent(phone)).expect(200));

    CLOCK.pass(STEP);
    he.tries(port(), Colleague.PASSWORD, null).expect(400, "code-required");
    String code = sent(phone);
    removes(session, code).expect(400, "code-expired");
    he.signsIn(port(), code);
    he.tries(port(), Colleague.PASSWORD, code).expect(400, "code-expired");
    he.signsIn(port(), codes.get(0));

    CLOCK.pass(STEP);
    session.post("/me/second-factor/code").expect(204);
    removes(session, sent(phone)).expect(204);
    assertTrue(isIn(he.signsIn(port())));
  }

  @Test
  void noMoreTextMessagesAreSentThanAPersonNeeds() {
    Colleague he = hire(Role.NEUTRAL_LAWYER, "demo-law-firm", "13911110772");
    Actor session = he.signsIn(port());
    session.post("/me/second-factor", JsonObject.of("kind", "SMS")).expect(201);
    Colleague.confirms(session, sent("13911110772")).expect(200);
    for (int n = 0; n < 4; n++) {
      CLOCK.pass(STEP);
      he.tries(port(), Colleague.PASSWORD, null).expect(400, "code-required");
    }
    he.tries(port(), Colleague.PASSWORD, null).expect(429, "too-many-tries");
    assertTrue(isIn(he.signsIn(port(), sent("13911110772"))));
  }

  @Test
  void withoutAPhoneOnRecordThereIsNoTextMessage() {
    she.signsIn(port())
        .post("/me/second-factor", JsonObject.of("kind", "SMS"))
        .expect(409, "phone-missing");
  }

  @Test
  void partiesAndStrangersHaveNoSecondFactor() {
    Scene scene = Scene.leak(port()).room().enter();
    scene.parties.get("A").get("/me/second-factor").expect(404);
    scene.parties.get("A").post("/me/second-factor", JsonObject.of("kind", "TOTP")).expect(404);
    Actor.stranger(port()).get("/me/second-factor").expect(401);
    scene.close();
  }

  static JsonObject own(Actor session) {
    return session.get("/me/second-factor").expect(200).json();
  }

  private static Answer removes(Actor session, String code) {
    return session.post("/me/second-factor/removal", JsonObject.of("code", code));
  }
}
