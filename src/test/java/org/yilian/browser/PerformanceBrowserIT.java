package org.yilian.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yilian.Stage;
import org.yilian.TestServer;

/** What follows from an agreement, on the pages of a party, a clerk and a mediator. */
class PerformanceBrowserIT {
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void fromTheFirstInstalmentToTheShelf() throws Exception {
    Stage stage = Stage.leak(server);
    String agreement = stage.sealed(inTwoParts(stage)).getString("id");
    String token =
        stage
            .mediator
            .post("/rooms/" + stage.room + "/invites", JsonObject.of("partyId", stage.partyA))
            .expect(201)
            .json()
            .getString("token");
    JsonObject scene =
        JsonObject.of("agreement", agreement, "dispute", stage.dispute, "token", token)
            .put("phone", Stage.A_PHONE)
            .put("name", "杨䶮");
    stage.clerk.get("/agreements/" + agreement + "/performance").expect(200);
    stage.sql("update disputes set status = 'AGREED' where id = $1", stage.dispute);
    Browser.run(
        "performance.mjs",
        Map.of("BASE", "http://127.0.0.1:" + server.port(), "SCENE", scene.encode()));
  }

  private static JsonObject inTwoParts(Stage stage) {
    JsonObject values = stage.values();
    LocalDate first = LocalDate.now().plusMonths(1);
    JsonObject pays = values.getJsonArray("terms").getJsonObject(0);
    pays.remove("dueOn");
    pays.put(
        "instalments",
        JsonArray.of(
            JsonObject.of("amountFen", 350_000, "dueOn", first.toString()),
            JsonObject.of("amountFen", 300_000, "dueOn", first.plusMonths(1).toString())));
    return values;
  }
}
