package org.yilian.confirmation;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.TestServer;
import org.yilian.client.Actor;
import org.yilian.client.Answer;

/** Who may enter which decision in which state: the whole table, asked of the server. */
class DecisionsIT {
  private static final byte[] RULING = "%PDF-1.7 a ruling".getBytes();

  private static final List<String> STATES =
      List.of(
          "INELIGIBLE",
          "CO_SIGNING",
          "READY",
          "SUBMITTED",
          "SUPPLEMENT",
          "UNDER_REVIEW",
          "NOT_ACCEPTED",
          "CONFIRMED",
          "DISMISSED",
          "WITHDRAWN",
          "OBJECTION",
          "REVOKED",
          "LAPSED");

  /** Each decision with the states that it leads out of, and where to. */
  private static final Map<String, Map<String, String>> WAYS =
      Map.ofEntries(
          entry("REQUEST_SUPPLEMENT", Map.of("SUBMITTED", "SUPPLEMENT")),
          entry("ACCEPT", Map.of("SUBMITTED", "UNDER_REVIEW")),
          entry("REFUSE", Map.of("SUBMITTED", "NOT_ACCEPTED")),
          entry("ALLOW_WITHDRAWAL", toWithdrawn()),
          entry("DEEM_WITHDRAWN", toWithdrawn()),
          entry("CONFIRM", Map.of("UNDER_REVIEW", "CONFIRMED")),
          entry("DISMISS", Map.of("UNDER_REVIEW", "DISMISSED")),
          entry("OBJECTION_UPHELD", Map.of("CONFIRMED", "REVOKED", "OBJECTION", "REVOKED")),
          entry("OBJECTION_REJECTED", Map.of("CONFIRMED", "CONFIRMED", "OBJECTION", "CONFIRMED")));

  /** Whom the court's own decisions are entered by; whoever is not named gets 404. */
  private static final Map<String, Set<String>> ENTITLED =
      Map.of(
          "judge",
          WAYS.keySet(),
          "court clerk",
          Set.of("REQUEST_SUPPLEMENT"),
          "host's clerk, from paper",
          WAYS.keySet());

  private static Stage stage;
  private static JsonObject confirmation;
  private static final Map<String, Actor> CALLERS = new LinkedHashMap<>();

  @BeforeAll
  static void apply() {
    TestServer server = TestServer.shared();
    stage = Stage.leak(server);
    CALLERS.put("judge", Stage.staff(server, "zhou"));
    CALLERS.put("court clerk", Stage.staff(server, "sun"));
    CALLERS.put("judge of another court", Stage.staff(server, "lin"));
    CALLERS.put("host's clerk", stage.clerk);
    CALLERS.put("host's clerk, from paper", stage.clerk);
    CALLERS.put("clerk of another host", Stage.staff(server, "luo"));
    CALLERS.put("mediator", stage.mediator);
    CALLERS.put("lawyer", stage.lawyer);
    CALLERS.put("party", stage.a);
    JsonObject agreement = stage.sealed();
    String begin = "/agreements/" + agreement.getString("id") + "/confirmation";
    confirmation = stage.a.post(begin, JsonObject.of("courtId", "demo-court")).expect(201).json();
    stage.sql(
        "update confirmations set received_at = now() where id = $1", confirmation.getString("id"));
  }

  private static Map<String, String> toWithdrawn() {
    return Map.of("SUBMITTED", "WITHDRAWN", "SUPPLEMENT", "WITHDRAWN", "UNDER_REVIEW", "WITHDRAWN");
  }

  private static String expected(String caller, String decision, String state) {
    if (!ENTITLED.getOrDefault(caller, Set.of()).contains(decision)) {
      return "404";
    }
    String next = WAYS.get(decision).get(state);
    return next == null ? "409 wrong-state" : "201 " + next;
  }

  @Test
  void everyCallerEveryDecisionEveryState() {
    Map<String, String> wanted = new TreeMap<>();
    Map<String, String> found = new TreeMap<>();
    for (String state : STATES) {
      standsAt(state);
      for (String decision : WAYS.keySet()) {
        for (String caller : CALLERS.keySet()) {
          String at = caller + " " + decision + " from " + state;
          wanted.put(at, expected(caller, decision, state));
          found.put(at, answered(caller, decision, state));
        }
      }
    }
    assertEquals(wanted, found);
  }

  private static String answered(String caller, String decision, String state) {
    String id = confirmation.getString("id");
    boolean goes = expected(caller, decision, state).startsWith("201");
    JsonObject body = body(caller, decision, goes ? ruling(caller) : "none");
    Answer answer = CALLERS.get(caller).post("/confirmations/" + id + "/decisions", body);
    if (answer.status() == 201) {
      standsAt(state);
    }
    return switch (answer.status()) {
      case 201 -> "201 " + answer.json().getString("status");
      case 404 -> "404";
      default -> answer.status() + " " + answer.code();
    };
  }

  private static void standsAt(String state) {
    stage.sql(
        "update confirmations set status = $2 where id = $1", confirmation.getString("id"), state);
  }

  private static JsonObject body(String caller, String decision, String ruling) {
    JsonObject body = JsonObject.of("decision", decision, "reason", "理由");
    boolean paper = caller.endsWith("from paper");
    if (paper) {
      body.put("enteredFromPaper", true);
    }
    if (decision.equals("REQUEST_SUPPLEMENT")) {
      body.put("items", new JsonArray().add("身份证明"));
    }
    if (paper || decision.equals("CONFIRM")) {
      body.put("rulingNumber", "（2026）示0000诉前调确1号").put("rulingFileId", ruling);
    }
    return body;
  }

  /** Each time a file of its own: once attached to a ruling, it is nobody's to hand in again. */
  private static String ruling(String caller) {
    return CALLERS
        .get(caller)
        .upload("/files", "r.pdf", "application/pdf", RULING)
        .expect(201)
        .json()
        .getString("id");
  }
}
