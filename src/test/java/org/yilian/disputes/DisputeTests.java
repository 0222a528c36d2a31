package org.yilian.disputes;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.yilian.TestServer;
import org.yilian.client.Actor;

/** What is reported at the door, and by whom. */
abstract class DisputeTests {
  static final TestServer SERVER = TestServer.shared();
  static final String ID_NUMBER = "990101199001010019";
  static final byte[] PDF = "%PDF-1.7 a scan".getBytes();

  static Actor mediator;
  static Actor grid;
  static Actor court;

  @BeforeAll
  static void signIn() {
    mediator = Actor.staff(SERVER.port(), "wang");
    grid = Actor.staff(SERVER.port(), "wu");
    court = Actor.staff(SERVER.port(), "sun");
  }

  static JsonObject report() {
    return new JsonObject()
        .put("type", "NEIGHBOUR")
        .put("cause", "房屋漏水")
        .put("address", "演示区示例路")
        .put("description", "楼上漏水")
        .put("source", "INITIATIVE")
        .put(
            "parties",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("side", "A")
                        .put("name", "甲示例")
                        .put("phone", "138 0000 0001")
                        .put("idNumber", ID_NUMBER))
                .add(new JsonObject().put("side", "B").put("description", "楼上302住户")));
  }

  static JsonObject party(JsonObject dispute, int n) {
    return dispute.getJsonArray("parties").getJsonObject(n);
  }
}
