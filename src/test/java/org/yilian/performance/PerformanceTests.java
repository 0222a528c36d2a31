package org.yilian.performance;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.yilian.Stage;
import org.yilian.TestServer;
import org.yilian.client.Actor;

/** One sealed agreement in two instalments, of which these tests share the schedule. */
abstract class PerformanceTests {
  static final LocalDate FIRST = LocalDate.now().plusDays(30);

  static Stage stage;
  static String agreement;
  static Actor third;

  @BeforeAll
  static void seal() {
    if (stage == null) {
      stage = Stage.leak(TestServer.shared());
      agreement = stage.sealed(values()).getString("id");
      third = thirdParty();
    }
  }

  /** In two instalments, and a clause that binds nobody in particular. */
  static JsonObject values() {
    JsonObject values = stage.values();
    JsonArray parts =
        JsonArray.of(
            JsonObject.of("amountFen", 350_000, "dueOn", FIRST.toString()),
            JsonObject.of("amountFen", 300_000, "dueOn", FIRST.plusMonths(1).toString()));
    JsonObject pays = values.getJsonArray("terms").getJsonObject(0).put("instalments", parts);
    pays.remove("dueOn");
    values.getJsonArray("terms").add(JsonObject.of("text", "双方今后互不打扰。"));
    return values;
  }

  /** Another party of the same room, to whom none of it is owed. */
  static Actor thirdParty() {
    String id = "third-" + stage.room;
    stage.sql(
        """
        insert into parties (id, dispute_id, position, side, kind, name)
        values ($1, $2, 9, 'C', 'PERSON', '戚旁人')
        """,
        id,
        stage.dispute);
    stage.seat(id, "PARTY", "C", id);
    return stage.guest(id);
  }

  static JsonObject schedule(Actor who) {
    return who.get("/agreements/" + agreement + "/performance").expect(200).json();
  }

  static JsonObject obligation(Actor who, int n) {
    return schedule(who).getJsonArray("obligations").getJsonObject(n);
  }

  static String steps(int n) {
    return "/obligations/" + obligation(stage.clerk, n).getString("id") + "/steps";
  }

  static List<String> may(Actor who, int n) {
    return obligation(who, n).getJsonArray("may").stream().map(String::valueOf).toList();
  }

  /** As if its day were so many days from today. */
  static void due(int n, int days) {
    stage.sql(
        "update obligations set due_on = $2 where id = $1",
        obligation(stage.clerk, n).getString("id"),
        LocalDate.now().plusDays(days));
  }

  static void fresh() {
    schedule(stage.clerk);
    stage.sql(
        "update obligations set status = 'DUE', reminded_soon_at = null, reminded_late_at = null"
            + " where agreement_id = $1",
        agreement);
    due(0, 30);
    due(1, 60);
  }

  static JsonObject step(String word) {
    return JsonObject.of("step", word);
  }
}
