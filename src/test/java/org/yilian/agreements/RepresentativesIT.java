package org.yilian.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.client.Actor;

/** Who may sign for a party: agents with special authority, guardians without a conflict. */
class RepresentativesIT extends AgreementTests {
  @Test
  void letsAnAgentSettleOnlyWithSpecialAuthority() {
    JsonObject agreement = stage.proposed();
    JsonObject agent =
        represented(stage.partyB, "AGENT", "林代理", "13800000009", "990101199001010019")
            .put("authority", "GENERAL");
    String id = added(agent);
    stage.seat(id, "AGENT", "B", stage.partyB);
    stage.sql("update members set representative_id = $1 where principal_id = $1", id);
    stage.consent(id, "E_SIGNATURE", true);
    Actor general = stage.guest(id);
    String hash = agreement.getString("textHash");
    general
        .post(at(agreement) + "/signatures", Stage.ink(hash))
        .expect(409, "authority-insufficient");
    stage.sql("update representatives set authority = 'SPECIAL' where id = $1", id);
    stage.safe(id);
    stage.sql(
        """
        insert into police_checklists (room_id, exclusions, suspects, answered_by, at)
        values ($1, '{}', array[$2], $3, now())
        """,
        stage.room,
        stage.partyB,
        stage.member(stage.partyB));
    general
        .post(at(agreement) + "/signatures", Stage.ink(hash))
        .expect(409, "authority-insufficient");
    stage.sql("delete from police_checklists where room_id = $1", stage.room);
    stage.sign(general, "13800000009", agreement).expect(201);
    JsonObject signature =
        stage.mediator.get(at(agreement)).json().getJsonArray("signatures").getJsonObject(0);
    assertEquals(stage.partyB, signature.getString("partyId"));
    assertEquals("林代理", signature.getString("name"));
  }

  @Test
  void asksForAGuardianWhereAnAdultCannotJudgeHisActs() {
    String party = "/disputes/" + stage.dispute + "/parties/";
    JsonObject limited = JsonObject.of("capacity", "LIMITED");
    stage.mediator.patch(party + stage.partyB, limited).expect(400);
    assertEquals(
        List.of("capacity"),
        stage
            .mediator
            .patch(party + stage.partyA, JsonObject.of("capacity", "SOME"))
            .expect(400)
            .fields());
    JsonObject seen = stage.mediator.patch(party + stage.partyA, limited).expect(200).json();
    assertEquals("LIMITED", seen.getString("capacity"));
    assertFalse(stage.b.get("/disputes/" + stage.dispute).expect(200).text().contains("LIMITED"));
    JsonObject agreement = stage.begin();
    assertTrue(agreement.encode().contains("guardian-missing"), agreement::encode);
    stage.mediator.post(at(agreement) + "/propose").expect(409, "findings");

    String guardian = guardian("990101196501010011");
    stage.mediator.post(at(agreement) + "/propose").expect(200);
    stage
        .a
        .post(at(agreement) + "/signatures", Stage.ink(agreement.getString("textHash")))
        .expect(409);
    Actor present = seat(guardian, "LEGAL_GUARDIAN", "A", stage.partyA);
    JsonObject proposed = stage.mediator.get(at(agreement)).json();
    stage
        .a
        .post(at(agreement) + "/signatures", Stage.ink(proposed.getString("textHash")))
        .expect(409, "authority-insufficient");
    stage.sign(present, "13800000008", proposed).expect(201);
  }

  @Test
  void letsNoGuardianActAgainstHisWard() {
    String party = "/disputes/" + stage.dispute + "/parties/" + stage.partyA;
    stage.mediator.patch(party, JsonObject.of("capacity", "NONE")).expect(200);
    String guardian = guardian("990101196501010011");
    JsonObject agreement = stage.begin();
    String path = "/disputes/" + stage.dispute + "/representatives/" + guardian;
    stage.a.patch(path, JsonObject.of("conflictOfInterest", true)).expect(404);
    stage.mediator.patch(path, new JsonObject()).expect(400);
    stage.mediator.patch(path, JsonObject.of("conflictOfInterest", true)).expect(200);
    assertTrue(stage.mediator.get(at(agreement)).text().contains("guardian-in-conflict"));
    stage.mediator.post(at(agreement) + "/propose").expect(409, "findings");
    stage
        .mediator
        .post("/rooms/" + stage.room + "/invites", JsonObject.of("representativeId", guardian))
        .expect(409, "guardian-in-conflict");
    stage.mediator.patch(path, JsonObject.of("conflictOfInterest", false)).expect(200);
    JsonObject proposed = stage.mediator.post(at(agreement) + "/propose").expect(200).json();
    Actor present = seat(guardian, "LEGAL_GUARDIAN", "A", stage.partyA);
    stage.mediator.patch(path, JsonObject.of("conflictOfInterest", true)).expect(200);
    present
        .post(at(agreement) + "/signatures", Stage.ink(proposed.getString("textHash")))
        .expect(409, "authority-insufficient");
  }

  /** Whoever is a party of the other side is in conflict, whatever was noted of him. */
  @Test
  void findsTheConflictOfAGuardianByItself() {
    stage.sql(
        "update parties set kind = 'PERSON', id_index = (select id_index from parties where id = $1)"
            + " where id = $2",
        stage.partyA,
        stage.partyB);
    String party = "/disputes/" + stage.dispute + "/parties/" + stage.partyA;
    stage.mediator.patch(party, JsonObject.of("capacity", "NONE")).expect(200);
    guardian("990101199001010019");
    assertTrue(stage.begin().encode().contains("guardian-in-conflict"));
  }

  private String guardian(String idNumber) {
    return added(represented(stage.partyA, "LEGAL_GUARDIAN", "杨监护", "13800000008", idNumber));
  }

  private static JsonObject represented(
      String party, String kind, String name, String phone, String idNumber) {
    return JsonObject.of("partyId", party, "kind", kind, "name", name, "phone", phone)
        .put("idType", "RESIDENT_ID")
        .put("idNumber", idNumber);
  }

  private String added(JsonObject representative) {
    String path = "/disputes/" + stage.dispute + "/representatives";
    return stage.mediator.post(path, representative).expect(201).id();
  }

  /** A representative in the room, ready to sign. */
  private Actor seat(String id, String role, String side, String party) {
    stage.seat(id, role, side, party);
    stage.sql("update members set representative_id = $1 where principal_id = $1", id);
    stage.consent(id, "E_SIGNATURE", true);
    stage.safe(id);
    return stage.guest(id);
  }
}
