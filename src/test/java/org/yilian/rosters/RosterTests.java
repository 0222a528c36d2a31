package org.yilian.rosters;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.yilian.Stage;
import org.yilian.StageTests;
import org.yilian.client.Actor;

/** Tests that begin with nobody on duty, and with a room that has no lawyer. */
abstract class RosterTests extends StageTests {
  static final String COMMITTEE = "demo-committee";
  static final String LI_PHONE = "19900000021";
  static final String QIAN_PHONE = "19900000022";

  final Actor li = staff("li");
  final Actor qian = staff("qian");
  final Actor clerk = staff("zhao");

  @BeforeEach
  void nobodyIsOnDuty() {
    server.sql("update shifts set cancelled_at = now() where cancelled_at is null");
    server.sql("update recusals set withdrawn_at = now() where withdrawn_at is null");
    server.sql("delete from substitutions");
    server.sql("delete from representatives where name = '李律师'");
    server.sql(
        """
        update duty_calls set status = 'WITHDRAWN', ended_at = now(), accepted_by = null
        where status = 'OPEN' or kind = 'INTERPRETER' and status = 'ACCEPTED'
        """);
    // Rooms of other tests count towards what a lawyer has at once.
    server.sql(
        """
        update members set ended_at = now()
        where role = 'NEUTRAL_LAWYER' and ended_at is null
        """);
  }

  final Actor staff(String username) {
    return Stage.staff(server, username);
  }

  final String room() {
    return "/rooms/" + stage.room;
  }

  /** From an hour ago for six hours. */
  final JsonObject shift(Actor whom, int capacity) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return shift(whom, now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(5)))
        .put("capacity", capacity);
  }

  static JsonObject shift(Actor whom, Instant from, Instant to) {
    return new JsonObject()
        .put("personId", whom.personId())
        .put("organisationId", COMMITTEE)
        .put("kind", "LAWYER")
        .put("startsAt", from.toString())
        .put("endsAt", to.toString());
  }

  final String onDuty(Actor whom, int capacity) {
    return clerk.post("/shifts", shift(whom, capacity)).expect(201).id();
  }

  static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  static List<String> names(JsonArray array, String field) {
    return objects(array).stream().map(one -> one.getString(field)).toList();
  }

  /** What was sent to a phone, newest first. */
  final String sms(String phone) {
    JsonArray messages =
        Actor.stranger(server.port())
            .get("/demo/outbox?phone=" + phone)
            .expect(200)
            .json()
            .getJsonArray("messages");
    return messages.isEmpty() ? "" : messages.getJsonObject(0).getString("text");
  }
}
