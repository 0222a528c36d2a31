package org.yilian;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.audit.Fact;
import org.yilian.client.Actor;
import org.yilian.client.Answer;
import org.yilian.client.Scene;
import org.yilian.identity.Role;

/** An administrator takes a factor away from somebody who has lost the phone. */
class SecondFactorResetsIT extends SecondFactorTests {
  private static final String PHONE = "13911110773";

  private final Colleague he = hire(Role.MEDIATOR, COMMITTEE, PHONE);
  private final Colleague admin = hire(Role.ADMIN, "demo-district", null);

  @Test
  void itIsWrittenDownToldAndEndsHisSessions() {
    Actor session = he.signsIn(port());
    he.enrols(session);
    Actor administrator = admin.signsIn(port());
    assertTrue(listed(administrator).contains(he.id));
    CLOCK.pass(STEP);
    resets(administrator, he).expect(204);

    session.get("/me").expect(401, "session-ended");
    Actor again = he.signsIn(port());
    JsonObject reset = again.session().getJsonObject("secondFactor").getJsonObject("reset");
    assertEquals(nameOf(administrator), reset.getString("by"));
    assertTrue(lastMessage().contains("重置"), lastMessage());
    Fact fact = facts().get(facts().size() - 1);
    assertEquals("second-factor-reset", fact.kind());
    assertEquals(admin.id, fact.actor());
    assertEquals("手机丢了", fact.data().getString("reason"));

    again.post("/me/second-factor/reset-seen").expect(204);
    assertNull(SecondFactorIT.own(again).getJsonObject("reset"));
    assertFalse(listed(administrator).contains(he.id));
    resets(administrator, he).expect(409, "factor-off");
  }

  @Test
  void whoDoesNotAnswerForHimGetsNothing() {
    he.enrols(he.signsIn(port()));
    Colleague elsewhere = hire(Role.ADMIN, "demo-district-next", null);
    Colleague beside = hire(Role.COMMITTEE_CLERK, COMMITTEE, null);
    Actor next = elsewhere.signsIn(port());
    assertFalse(listed(next).contains(he.id));
    resets(next, he).expect(404);
    Actor clerk = beside.signsIn(port());
    clerk.get("/second-factors").expect(404);
    resets(clerk, he).expect(404);
    Scene scene = Scene.leak(port()).room().enter();
    resets(scene.parties.get("A"), he).expect(404);
    scene.close();
    Actor.stranger(port()).get("/second-factors").expect(401);
    resets(Actor.stranger(port()), he).expect(401);
    he.tries(port(), Colleague.PASSWORD, null).expect(400, "code-required");
    assertEquals(null, SecondFactorIT.own(he.signsIn(port(), next(he))).getJsonObject("reset"));
  }

  @Test
  void anAdministratorOfHisOwnOrganisationMayAndNobodyResetsHimself() {
    he.enrols(he.signsIn(port()));
    Colleague home = hire(Role.ADMIN, COMMITTEE, null);
    Actor session = home.signsIn(port());
    home.enrols(session);
    assertFalse(listed(session).contains(home.id));
    resets(session, home).expect(409, "own-factor");
    home.tries(port(), Colleague.PASSWORD, null).expect(400, "code-required");
    resets(session, he).expect(204);
    assertTrue(isIn(he.signsIn(port())));
  }

  @Test
  void atTheServerItselfItIsTakenAwayToo() {
    he.enrols(he.signsIn(port()));
    assertEquals(1, command("nobody-of-this-name"));
    assertEquals(0, command(he.username));
    assertEquals(1, command(he.username));
    Actor again = he.signsIn(port());
    JsonObject reset = again.session().getJsonObject("secondFactor").getJsonObject("reset");
    assertNull(reset.getString("by"));
    assertEquals("system", facts().get(facts().size() - 1).actor());
  }

  private static int command(String username) {
    PrintStream unread = new PrintStream(OutputStream.nullOutputStream());
    CommandLine line = new CommandLine(SERVER.vertx(), SERVER.server().config(), CLOCK, unread);
    return await(line.run(List.of("reset-second-factor", username)));
  }

  private static String next(Colleague whose) {
    CLOCK.pass(STEP);
    return whose.code(0);
  }

  private static Answer resets(Actor by, Colleague whom) {
    return by.post("/second-factors/" + whom.id + "/reset", JsonObject.of("reason", "手机丢了"));
  }

  private static List<String> listed(Actor by) {
    return by.get("/second-factors").expect(200).items().stream()
        .map(item -> ((JsonObject) item).getString("personId"))
        .toList();
  }

  private static String nameOf(Actor actor) {
    return actor.session().getJsonObject("person").getString("name");
  }

  private static String lastMessage() {
    return Actor.stranger(port())
        .get("/demo/outbox?phone=" + PHONE)
        .expect(200)
        .json()
        .getJsonArray("messages")
        .getJsonObject(0)
        .getString("text");
  }

  private List<Fact> facts() {
    return await(
        SERVER
            .server()
            .features()
            .base
            .audit
            .of(SERVER.server().database().pool(), "person:" + he.id));
  }
}
